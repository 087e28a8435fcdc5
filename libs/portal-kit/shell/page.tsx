import { styled } from '@mui/material/styles';
import { type Crumb, Crumbs, PageHeader, type PageHeaderProps } from '@softmob/ui';
import { type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session';
import { useDocumentTitle } from './page-title';
import { CrumbSlot } from './shell-context';

const Root = styled('div', { shouldForwardProp: (prop) => prop !== 'narrow' })<{ narrow: boolean }>(({ narrow }) => ({
  maxWidth: narrow ? 640 : undefined,
}));

export interface PageProps extends Omit<PageHeaderProps, 'crumbs'> {
  /** The places above this one; the screen's own title is added. */
  crumbs?: readonly Crumb[];
  /** `form`: at most 640 px wide, as forms are. */
  width?: 'full' | 'form';
  children: ReactNode;
}

/** The top of every breadcrumb: for whom one works here. */
function useRootCrumb(): Crumb {
  const { t } = useTranslation('kit');
  const { membership, portal } = useSession();
  return { label: membership?.organisationName ?? t(`portal.${portal}`), to: '/' };
}

/** Every screen: names the document, says where it is, and holds the content. */
export function Page({ crumbs = [], width = 'full', children, ...header }: PageProps) {
  useDocumentTitle(header.title);
  const slot = useContext(CrumbSlot);
  const root = useRootCrumb();
  const trail = slot && createPortal(<Crumbs items={[root, ...crumbs]} here={header.title} />, slot);
  return (
    <Root narrow={width === 'form'}>
      {trail}
      <PageHeader {...header} crumbs={slot ? [] : crumbs} />
      {children}
    </Root>
  );
}
