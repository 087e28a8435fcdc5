/** A reason not to go on that one clear sentence explains: programs print its message alone, without a stack. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}

/**
 * The text of whatever was thrown.
 * @param {unknown} reason
 * @returns {string}
 */
export const textOf = (reason) => (reason instanceof Error ? reason.message : String(reason));

/**
 * The code of a system's or a driver's error ("ENOENT", "28P01"), or '' if it has none.
 * @param {unknown} reason
 * @returns {string}
 */
export const codeOf = (reason) =>
  typeof reason === 'object' && reason !== null && 'code' in reason ? String(reason.code) : '';
