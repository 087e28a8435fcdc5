import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import react from '@vitejs/plugin-react';
import { parse } from 'graphql';
import { defineConfig } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest)$/;
const LEAST_BYTES = 1_024;

/** What every screen needs stays together in the browser's cache; the rest goes with the screens that use it. */
const groups = [
  {
    name: 'react',
    test: /node_modules\/(react|react-dom|scheduler|react-router|cookie|set-cookie-parser)\//,
    priority: 30,
  },
  { name: 'data', test: /node_modules\/(@apollo\/client|graphql|graphql-tag|rxjs|@wry|optimism)\//, priority: 30 },
  { name: 'texts', test: /node_modules\/(i18next|react-i18next)\//, priority: 30 },
  { name: 'messages-en', test: /\/messages\/en\.json$/, priority: 40 },
  { name: 'messages-it', test: /\/messages\/it\.json$/, priority: 40 },
];

/** Writes `file.br` and `file.gz` beside each file that shrinks, so that serving costs no time. */
function precompressed() {
  const brotli = promisify(zlib.brotliCompress);
  const gzip = promisify(zlib.gzip);
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 };
  return {
    name: 'softmob:precompressed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const names = Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name));
      await Promise.all(
        names.map(async (name) => {
          const file = path.join(dir, name);
          const content = await fs.readFile(file);
          if (content.length < LEAST_BYTES) return;
          await fs.writeFile(`${file}.br`, await brotli(content, { params }));
          await fs.writeFile(`${file}.gz`, await gzip(content, { level: 9 }));
        }),
      );
    },
  };
}

/**
 * Parses the documents of `*.operations.ts` at build time, as codegen does with those of the slices: the parser stays
 * out of what browsers load.
 */
function parsedDocuments() {
  return {
    name: 'softmob:parsed-documents',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /portal-kit\/.*\.operations\.ts$/ },
      handler: (code) =>
        code
          .replace(/import \{ gql \} from '@apollo\/client';\n/, '')
          .replace(/gql`([^`]+)`/g, (_literal, text) => JSON.stringify(parse(text, { noLocation: true }))),
    },
  };
}

/** The build of one portal: served under its own path, from the same origin as the API. */
export function portal(key) {
  return defineConfig({
    root: path.join(root, 'apps', `${key}-portal`),
    base: `/${key}/`,
    cacheDir: path.join(root, 'node_modules/.vite', key),
    plugins: [parsedDocuments(), react(), precompressed()],
    resolve: {
      dedupe: ['react', 'react-dom', 'react-router', '@apollo/client', 'graphql', 'i18next', 'react-i18next'],
    },
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { groups } } },
    },
  });
}
