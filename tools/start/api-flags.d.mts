/** How Node.js runs the API. */
export const apiFlags: readonly string[];
