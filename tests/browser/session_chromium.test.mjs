// The sessions of session.mjs in Chromium.
import { openChromium } from './driver_chromium.mjs';
import { sessions } from './session.mjs';

sessions('Chromium', openChromium);
