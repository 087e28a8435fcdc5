/** The versions of Node.js that SoftMob runs on; the same range stands in package.json under "engines". */
export const supportedNode = '^20.19.0 || >=22.12.0';

/**
 * Whether a version of Node.js is in the supported range.
 * @param {string} version like "20.19.0"
 * @returns {boolean}
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}
