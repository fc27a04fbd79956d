// The page of a session, opened by its address.

import { showSession } from './session-page.js';

await showSession();
