import path from 'node:path';
import { type Locator, type Page } from 'playwright-core';
import { root, type Stage } from './stage';

export type PortalName = 'sending' | 'host' | 'company' | 'participant';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** Generous: a loaded machine may take its time, and what is missing still fails. */
const PATIENCE_MS = 45_000;

/** One person with a browser of their own: nobody shares cookies, and everything is found the way people find it. */
export class Guest {
  private static readonly present: Guest[] = [];

  private constructor(
    readonly page: Page,
    private readonly origin: string,
    readonly portal: PortalName,
  ) {}

  static async at(
    stage: Stage,
    portal: PortalName,
    options: { viewport?: { width: number; height: number }; dark?: boolean } = {},
  ): Promise<Guest> {
    const context = await stage.chromium.newContext({
      viewport: options.viewport ?? DESK,
      colorScheme: options.dark ? 'dark' : 'light',
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const guest = new Guest(await context.newPage(), stage.baseUrl, portal);
    Guest.present.push(guest);
    return guest;
  }

  /** Takes a picture of what everybody sees, for whoever looks into a failure: they lie in `.data/e2e`. */
  static async pictureAll(): Promise<void> {
    for (const [index, { page, portal }] of Guest.present.entries()) {
      await page.screenshot({ path: path.join(root, `.data/e2e/${String(index)}-${portal}.png`) });
    }
  }

  /** Goes to a place of the portal, or follows a link from an e-mail. */
  async goTo(place: string): Promise<void> {
    await this.page.goto(place.startsWith('http') ? place : `${this.origin}/${this.portal}${place}`);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.goTo('/sign-in');
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.press('Sign in');
    await this.page.getByRole('button', { name: /^Account:/ }).waitFor();
  }

  /** Presses a button or follows a link by its name. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).or(this.page.getByRole('link', { name })).first().click();
  }

  /** Waits until a heading of this name stands there. */
  async reads(name: string | RegExp): Promise<Locator> {
    const heading = this.page.getByRole('heading', { name }).first();
    await heading.waitFor();
    return heading;
  }

  /** Waits until a text stands somewhere in sight. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Waits until the screen has its heading and nothing on it is still loading. */
  async settles(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await this.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await this.page.evaluate('document.fonts.ready.then(() => undefined)');
  }

  async leaves(): Promise<void> {
    Guest.present.splice(Guest.present.indexOf(this), 1);
    await this.page.context().close();
  }
}
