import { runModule } from '../postgres/node-child';

async function find(chromiumPath: string): Promise<string> {
  const child = runModule(
    `
    import { findBrowser } from './tools/browser/browser-path.mjs';
    await findBrowser().then(({ executablePath }) => console.log(executablePath), ({ message }) => console.log(message));
  `,
    { CHROMIUM_PATH: chromiumPath },
  );
  await child.ended;
  return child.stdout().trim();
}

describe('the browser of the tests', () => {
  it('is the one that CHROMIUM_PATH names, and a wrong path is said instead of passed over', async () => {
    expect(await find(process.execPath)).toBe(process.execPath);
    expect(await find('/nowhere/chrome')).toBe('CHROMIUM_PATH names /nowhere/chrome, but there is no such file.');
  });
});
