import { type Locale } from '@softmob/learning-model';

/** How a certificate is printed. */
export interface PrintOptions {
  readonly locale: Locale;
  /** A fixed moment, such as the date of issue: the same input gives the same bytes. */
  readonly createdAt: Date;
  /** IANA time zone in which moments are printed; Europe/Brussels where absent. */
  readonly timeZone?: string;
}
