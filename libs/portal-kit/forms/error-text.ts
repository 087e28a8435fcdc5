import { type i18n as I18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type FieldFault, type FormErrors } from '../data/errors';

/** The server's own sentences are for integrators, in English. */
const SERVER_LANGUAGE = 'en';

/** The first of the keys that has a text, or null. */
function firstText(i18n: I18n, keys: readonly string[], params: Readonly<Record<string, unknown>>): string | null {
  const key = keys.find((one) => i18n.exists(one));
  return key === undefined ? null : i18n.t(key, params);
}

/** A fault of a field in the reader's words: the feature's, else the kit's, else the server's sentence or a plain one. */
function faultText(i18n: I18n, { code, message, params = {} }: FieldFault, ns?: string): string {
  const keys = [...(ns ? [`${ns}:errors.${code}`] : []), `kit:field.${code}`];
  const own = firstText(i18n, keys, params);
  if (own !== null) return own;
  if (message !== '' && i18n.language === SERVER_LANGUAGE) return message;
  return firstText(i18n, [`kit:plain.${code}`], params) ?? (message === '' ? i18n.t('kit:field.INVALID') : message);
}

/** A whole failure in the reader's words. */
function errorText(i18n: I18n, { code, reason, message, retryAfterSeconds }: FormErrors, ns?: string): string {
  const keys = [
    ...(reason && ns ? [`${ns}:errors.${reason}`] : []),
    ...(reason ? [`kit:reason.${reason}`] : []),
    ...(['CONFLICT', 'ILLEGAL_STATE', 'FORBIDDEN'].includes(code) && reason && message ? [] : [`kit:error.${code}`]),
  ];
  return firstText(i18n, keys, { seconds: retryAfterSeconds ?? 60 }) ?? message ?? i18n.t('kit:error.INTERNAL');
}

/** Says failures in the reader's language; `ns` is the feature whose own texts come first. */
export function useErrorText(ns?: string) {
  const { i18n } = useTranslation();
  return {
    ofFault: (fault: FieldFault) => faultText(i18n, fault, ns),
    of: (errors: FormErrors) => errorText(i18n, errors, ns),
  };
}
