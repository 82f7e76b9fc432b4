import { defineConfig } from 'vitest/config'

/** What starts processes, threads, a browser or PostgreSQL, or waits for the file system to tell of changes. */
const system = [
  'test/{set-up,supply,team-notes,walk}.test.ts',
  'test/cli/{backup,import,import-failures,import-folder}.test.ts',
  'test/bench/{chaos-over-http,simulation}.test.ts',
  'test/deploy/**/*.test.ts',
  'test/end-to-end/**/*.test.ts',
  'test/library/**/{edits,library,moving,snapshot,watch-folder}.test.ts',
  'test/meaning/{meaning,real-model}.test.ts',
  'test/meaning/model/install-model.test.ts',
  'test/notes/read-corpus.test.ts',
  'test/patterns/*.test.ts',
  'test/repository/repository.test.ts',
  'test/store/{patroni,postgres,released,sqlite}-*.test.ts',
  'test/search/opensearch/opensearch.test.ts',
  'test/tips/posting/{chaos,tip-poster-killed}.test.ts',
  'test/workspace/page/page.test.ts',
]

export default defineConfig({
  test: {
    setupFiles: ['test/set-up.ts'],
    // Limits for a machine that is busy with something else: a test ends as soon as what it waits for is there.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 45_000 } },
    // Unit tests leave nothing behind in their process, so they can share one: that halves their time.
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: system, isolate: false },
      },
      { extends: true, test: { name: 'system', include: system } },
    ],
  },
})
