// The sessions of session.mjs in WebKitGTK.
import { openWebKit } from './driver_webkit.mjs';
import { sessions } from './session.mjs';

sessions('WebKitGTK', openWebKit);
