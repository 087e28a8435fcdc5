import { defineConfig } from 'vite';

/** One ES module per entry; packages stay outside, the workspace's own sources go in. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: { main: 'main.ts', contract: 'contract.ts', story: 'story/main.ts', 'pdf-worker': 'pdf-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@softmob\//] },
});
