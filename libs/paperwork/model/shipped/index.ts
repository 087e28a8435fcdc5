import { agreements } from './agreements';
import { certificates } from './certificates';
import { type ShippedTemplate } from './compose';
import { letters } from './letters';
import { partnerTemplates } from './partners';

export { type ShippedTemplate } from './compose';

/** The templates that the product brings along: one of each kind, in both languages. Their wording is the product's own. */
export const SHIPPED: readonly ShippedTemplate[] = [...agreements, ...partnerTemplates, ...certificates, ...letters];
