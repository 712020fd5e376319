// The sessions of session.mjs in Firefox.
import { openFirefox } from './driver_firefox.mjs';
import { sessions } from './session.mjs';

sessions('Firefox', openFirefox);
