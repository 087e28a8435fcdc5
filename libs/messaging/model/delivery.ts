/** How the e-mails of a topic reach a person: each at once, together once a day, or not at all. */
export const DELIVERIES = ['once', 'digest', 'off'] as const;
export type DeliveryChoice = (typeof DELIVERIES)[number];

/** What a person chose, topic by topic; a topic left out goes at once. */
export type DeliveryChoices = Readonly<Record<string, DeliveryChoice>>;

/** What nobody may switch off: somebody waits for an answer, or a right depends on knowing. A digest is allowed. */
const REQUIRED: readonly string[] = ['signatures', 'withdrawals', 'deletions', 'concerns'];

/** What always goes at once, in quiet hours too: its links and codes soon stop working. */
const URGENT: readonly string[] = ['security'];

export const mayBeOff = (topic: string): boolean => !REQUIRED.includes(topic) && !URGENT.includes(topic);
export const isUrgent = (topic: string): boolean => URGENT.includes(topic);
