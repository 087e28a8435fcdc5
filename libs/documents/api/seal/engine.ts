import { webcrypto } from 'node:crypto';
import { CryptoEngine } from 'pkijs';

/** Keys, hashes and signatures by Node's own WebCrypto, for every call of pkijs. */
export const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });

/** The bytes of a view, alone in a buffer of their own. */
export const bytesOf = (view: Uint8Array): ArrayBuffer => new Uint8Array(view).buffer;
