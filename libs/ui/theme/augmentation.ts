import { type CSSProperties } from 'react';
import { type BrandTokens, type StateKey, type StateTokens } from './tokens';

interface SurfaceTokens {
  readonly sunken: string;
  readonly raised: string;
  readonly hover: string;
  readonly outline: string;
}

declare module '@mui/material/styles' {
  interface Palette {
    brand: BrandTokens;
    state: Readonly<Record<StateKey, StateTokens>>;
    surface: SurfaceTokens;
  }
  interface PaletteOptions {
    brand?: BrandTokens;
    state?: Readonly<Record<StateKey, StateTokens>>;
    surface?: SurfaceTokens;
  }
  interface TypographyVariants {
    display: CSSProperties;
  }
  interface TypographyVariantsOptions {
    display?: CSSProperties;
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    display: true;
    h4: false;
    h5: false;
    h6: false;
  }
}
