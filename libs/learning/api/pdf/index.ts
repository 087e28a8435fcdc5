export type { AgreementPrint, PrintedSignature, SignatureMethod } from './agreement-print';
export { printAside } from './aside';
export { renderCertificateOfAttendance } from './attendance';
export { renderEuropassMobility } from './europass-mobility';
export { renderLearningAgreement } from './learning-agreement';
export type { PrintOptions } from './print-options';
