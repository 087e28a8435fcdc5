import { Browser } from './browser';
import { type Cohort } from './cohort';
import { Mailbox } from './mailbox';

/** The password that everybody in the story chooses. */
export const PASSWORD = 'welcome to softmob';

/** Where a story is played. */
export interface Scene {
  readonly baseUrl: string;
  readonly operator: Browser;
  readonly cohort: Cohort;
  /** Lets queued work be done before the outbox is read; where a worker runs, nothing. */
  settle(): Promise<void>;
  /** Tells how far the story is. */
  say(what: string, done?: number, total?: number): void;
  /** Moves business time to a day; a story without it is played in the present. */
  moveTo?(day: string): Promise<void>;
}

/** One mobility as the story follows it. */
export interface Traveller {
  readonly mobilityId: string;
  readonly flow: string;
  readonly email: string;
  readonly guardianEmail: string | null;
  readonly occupation: string;
}

export interface StoryFlow {
  readonly id: string;
  readonly code: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hostOrganisationId: string;
  readonly hostName: string;
}

const TRAVELLERS = `query Travellers($flowIds: [ID!], $after: String) {
  mobilities(filter: { flowIds: $flowIds, stages: ["selected", "proposed", "confirmed", "abroad", "back"] }, first: 200, after: $after) {
    nodes { id flow { code } participant { email guardianEmail occupation } } pageInfo { hasNextPage endCursor }
  }
}`;

interface TravellerPage {
  mobilities: {
    nodes: {
      id: string;
      flow: { code: string };
      participant: { email: string; guardianEmail: string | null; occupation: string };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

/** The people of a story with their browsers, and what they know of each other's work. */
export class Troupe {
  readonly mailbox: Mailbox;
  readonly coordinator: Browser;
  /** Tutors who took over during a stay, each from a day on. */
  readonly successors: { readonly tutor: Browser; readonly from: string }[] = [];
  projectId = '';
  flows: readonly StoryFlow[] = [];
  private readonly hosts = new Map<string, Browser>();
  private readonly people = new Map<string, Browser>();

  constructor(readonly scene: Scene) {
    this.mailbox = new Mailbox(scene.operator, () => scene.settle());
    this.coordinator = new Browser(scene.baseUrl, 'sending');
  }

  flow(code: string): StoryFlow {
    const found = this.flows.find((flow) => flow.code === code);
    if (!found) throw new Error(`The story has no flow ${code}`);
    return found;
  }

  /** The browser of a host organisation's coordinator. */
  host(name: string): Browser {
    return this.browserIn(this.hosts, name, 'host');
  }

  /** The browser of a participant or guardian. */
  person(email: string): Browser {
    return this.browserIn(this.people, email.toLowerCase(), 'participant');
  }

  hasEntered(email: string): boolean {
    return this.people.get(email.toLowerCase())?.cookie !== undefined;
  }

  /** Everybody who goes with a flow, as the coordinator sees them now. */
  async travellers(...codes: readonly string[]): Promise<Traveller[]> {
    const flowIds = codes.map((code) => this.flow(code).id);
    const found: Traveller[] = [];
    let after: string | null = null;
    for (;;) {
      const { mobilities }: TravellerPage = await this.coordinator.ask<TravellerPage>(TRAVELLERS, { flowIds, after });
      found.push(
        ...mobilities.nodes.map(({ id, flow, participant }) => ({ mobilityId: id, flow: flow.code, ...participant })),
      );
      if (!mobilities.pageInfo.hasNextPage) return found;
      after = mobilities.pageInfo.endCursor;
    }
  }

  private browserIn(map: Map<string, Browser>, key: string, portal: 'host' | 'participant'): Browser {
    let browser = map.get(key);
    if (!browser) map.set(key, (browser = new Browser(this.scene.baseUrl, portal)));
    return browser;
  }
}

/** Runs work for many people, a few at a time: as a server would meet them. */
export async function together<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  width = 6,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: Math.min(width, queue.length) }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
