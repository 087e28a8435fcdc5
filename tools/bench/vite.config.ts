import { defineConfig } from 'vite';

/** The measurement as one program; packages stay outside. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: 'bench.ts',
    target: 'node20',
    outDir: 'dist',
    minify: false,
  },
});
