export { fileUrl } from './data/acting-as';
export { type ErrorCode, type FieldFault, type FormErrors, toFormErrors } from './data/errors';
export { connection, useLoadMore } from './data/pages';
export { newKey } from './data/submission';
export { uploadFile, type UploadOptions } from './data/upload';
export { type Sending, useUpload } from './data/use-upload';
export { useLive, useLiveState } from './data/use-live';
export { type SubmitOptions, type SubmitResult, useSubmit } from './data/use-submit';
export { useErrorText } from './forms/error-text';
export { Form, type FormProps } from './forms/form';
export { UploadState } from './forms/upload-state';
export { type Faults, type FormState, useForm } from './forms/use-form';
export { type ToastOptions, useToast } from './hooks/toast';
export { useUnsavedGuard } from './hooks/unsaved-guard';
export { type Autosave, useAutosave } from './hooks/use-autosave';
export { useUndo } from './hooks/use-undo';
export { useUrlState } from './hooks/use-url-state';
export { LANGUAGES, type Locale, type MessageLoaders, type Messages } from './i18n/languages';
export { type Feature, type NavItem, type Portal } from './portal';
export {
  RequestSeatCodeDocument,
  type Viewer,
  type ViewerMembership,
  ViewerDocument,
} from './session/identity.operations';
export { type Session, useCan, useSession, useToday } from './session/session';
export { CountedIcon, ToolSlot } from './shell/counted-tool';
export { Page, type PageProps } from './shell/page';
export { useDocumentTitle } from './shell/page-title';
export { QueryError, type QueryErrorProps } from './shell/query-error';
export { startPortal } from './start-portal';
export { ArchiveButton } from './versions/archive-button';
export { DraftActions } from './versions/draft-actions';
export { PublishButton } from './versions/publish-button';
export {
  addDays,
  type DateStyle,
  daysBetween,
  formatDate,
  formatDateRange,
  formatNumber,
  formatPercent,
  useFormat,
} from '@softmob/ui';
