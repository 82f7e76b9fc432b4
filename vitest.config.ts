import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** What starts processes, threads, a browser or PostgreSQL, waits for the file system to tell of changes, or measures time. */
const system = [
  'test/{set-up,settings-file,supply,tell,walk,workspace-notes}.test.ts',
  'test/cli/{backup,check-database,import,import-failures,import-folder,loaded-packages}.test.ts',
  'test/bench/{chaos-over-http,command-line,simulation}.test.ts',
  'test/deploy/**/*.test.ts',
  'test/end-to-end/**/*.test.ts',
  'test/library/**/{build-ahead,edits,library,moving,snapshot,watch-folder}.test.ts',
  'test/meaning/{meaning,real-model}.test.ts',
  'test/meaning/encode/install-model.test.ts',
  'test/notes/{long-lines,markup-cost,read-corpus}.test.ts',
  'test/patterns/*.test.ts',
  'test/repository/repository-copy.test.ts',
  'test/store/{patroni,postgres,released,sqlite}-*.test.ts',
  'test/search/opensearch/{knn,opensearch}.test.ts',
  'test/tips/posting/{chaos,tip-poster-killed}.test.ts',
  'test/workspace/page/page.test.ts',
]

/** Where Linux keeps files in memory. On a disk SQLite waits for each commit to be safe. */
const memory = '/dev/shm'

/** Where processes that tests start keep compiled code, as those of bin/hallway.mjs do: it takes off half of a start. */
const compiled = join(tmpdir(), 'node-compile-cache')

/** For `npm run test:unit`: fewer values for properties, and temporary folders in memory. */
const fast = { TEST_RUNS_SHARE: '0.2', ...(existsSync(memory) && { TMPDIR: memory }) }

export default defineConfig(({ mode }) => ({
  test: {
    // While one waits for a process, another works: one worker for each core.
    maxWorkers: '100%',
    env: { NODE_COMPILE_CACHE: compiled, ...(mode === 'fast' && fast) },
    setupFiles: ['test/set-up.ts'],
    // Limits for a machine that is busy with something else: a test ends as soon as what it waits for is there.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 120_000 } },
    // Unit tests leave nothing behind in their process, so they can share one: that halves their time.
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: system, isolate: false },
      },
      { extends: true, test: { name: 'system', include: system } },
    ],
  },
}))
