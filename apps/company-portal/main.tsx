import { startPortal } from '@softmob/portal-kit';
import { portal } from './portal';

void startPortal(portal);
