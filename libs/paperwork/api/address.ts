export { newToken, proofUrl } from '@softmob/documents-api';
