import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { DESK, type Guest, PHONE } from './guest';
import { root } from './stage';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const NARROWEST = { width: 360, height: 780 };
/** Smaller than a desk, so that a picture of a full screen stays below what the repository should carry. */
const PICTURE = { width: 1280, height: 800 };
const MOST_BYTES = 200_000;
const taking = process.env.E2E_SCREENSHOTS === '1';

/** The elements that reach beyond the right edge, outermost first; a string because it runs in the page. */
const TOO_WIDE = `(() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const clipped = (one) => {
    for (let box = one.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    }
    return false;
  };
  // The twin by which a field of several lines is measured follows a new width a moment later, and is never seen.
  return [...document.querySelectorAll('body :not(textarea[aria-hidden])')]
    .filter((one) => one.getBoundingClientRect().right > wide + 1 && !clipped(one))
    .slice(0, 3)
    .map((one) => one.tagName.toLowerCase() + '.' + one.className + ' "' + (one.textContent ?? '').slice(0, 40) + '"');
})()`;

/** What one presses and cannot see whole, because a box around it cuts it off; a string because it runs in the page. */
const CUT_OFF = `(() => {
  const cutOff = (one) => {
    const { right, width } = one.getBoundingClientRect();
    for (let box = one.parentElement; width > 0 && box && box !== document.body; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      if (overflowX === 'auto' || overflowX === 'scroll') return false;
      if (overflowX !== 'visible' && right > box.getBoundingClientRect().right + 1) return box.getBoundingClientRect().width > 1;
    }
    return false;
  };
  return [...document.querySelectorAll('button, a[href], input:not([type=checkbox], [type=radio]), select, textarea:not([aria-hidden])')]
    .filter(cutOff)
    .slice(0, 3)
    .map((one) => one.tagName.toLowerCase() + ' "' + (one.textContent ?? '').slice(0, 40) + '"');
})()`;

/** Waits until colours have stopped to change: two frames without a running transition. */
const COLOURS_HOLD = `(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (let calm = 0; calm < 2; ) {
    await frame();
    calm = document.getAnimations().some((one) => one instanceof CSSTransition) ? 0 : calm + 1;
  }
})()`;

/** In the dark only colours differ. */
type Aspect = 'everything' | 'colours';

async function violations(guest: Guest, screen: string, aspect: Aspect = 'everything'): Promise<string[]> {
  const axe = new AxeBuilder({ page: guest.page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const chosen = aspect === 'colours' ? axe.withRules('color-contrast') : axe.withTags(RULES);
  const { violations: found } = await chosen.analyze();
  return found.map(({ id, nodes }) => {
    const where = nodes.slice(0, 2).map((node) => `${node.target.join(' ')} ${node.html.slice(0, 120)}`);
    return `${screen}: ${id} (${String(nodes.length)}) ${where.join(' | ')}`;
  });
}

async function keep(guest: Guest, screen: string): Promise<void> {
  if (!taking) return;
  const file = `${screen.replace(/[^\w-]+/g, '-')}.png`;
  await guest.page.screenshot({ path: path.join(root, '.data/e2e/screens', file), fullPage: true });
}

/**
 * Looks at the screen that is open: at a desk and on a phone against WCAG 2.2 AA, in the dark too if told, and at
 * 360 px for anything that reaches beyond the edge. Returns what is wrong, each with its screen.
 */
export async function lookAt(guest: Guest, screen: string, dark = false): Promise<string[]> {
  const { page } = guest;
  const faults: string[] = [];
  await page.setViewportSize(DESK);
  await guest.settles();
  faults.push(...(await violations(guest, `${screen} at 1440`)));
  await keep(guest, `${screen} 1440`);
  if (dark) {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.evaluate(COLOURS_HOLD);
    faults.push(...(await violations(guest, `${screen} at 1440, dark`, 'colours')));
    await keep(guest, `${screen} 1440 dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize(PHONE);
  await guest.settles();
  faults.push(...(await violations(guest, `${screen} at 390`)));
  await keep(guest, `${screen} 390`);
  await page.setViewportSize(NARROWEST);
  await guest.settles();
  const wide = await page.evaluate<string[]>(TOO_WIDE);
  if (wide.length > 0) faults.push(`${screen} at 360 scrolls sideways: ${wide.join(' | ')}`);
  const cut = await page.evaluate<string[]>(CUT_OFF);
  if (cut.length > 0) faults.push(`${screen} at 360 cuts off: ${cut.join(' | ')}`);
  return faults;
}

/** Takes a picture for the documentation, where pictures are asked for. */
export async function picture(guest: Guest, name: string, viewport = PICTURE): Promise<void> {
  if (!taking) return;
  const folder = path.join(root, 'docs/images');
  mkdirSync(folder, { recursive: true });
  await guest.page.setViewportSize(viewport);
  await guest.settles();
  const file = path.join(folder, `${name}.png`);
  await guest.page.screenshot({ path: file, animations: 'disabled' });
  const { size } = statSync(file);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${String(size)} bytes, more than ${String(MOST_BYTES)}.`);
}
