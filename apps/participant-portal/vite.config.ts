import { portal } from '@softmob/portal-kit/vite';

export default portal('participant');
