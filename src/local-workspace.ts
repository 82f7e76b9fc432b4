import { rm } from 'node:fs/promises'
import { readAppManifest } from './app-manifest.ts'
import { makeTemporaryFolder } from './files/temporary-folder.ts'
import type { Corpus } from './notes/corpus.ts'
import { formatGroup, groupProblems } from './notes/group-problems.ts'
import { problemsToMend } from './notes/problem.ts'
import type { ServedWorkspace } from './served-workspace.ts'
import { commandToType } from './text/command-to-type.ts'
import { createClock } from './tips/clock.ts'
import { openWorkspace } from './workspace/server/open-workspace.ts'

/** The local workspace starts empty each time, with a new clock; so its data folder is a temporary one. */
export async function openLocalWorkspace(port: number): Promise<ServedWorkspace> {
  const workspace = await openWorkspace({ port, manifest: await readAppManifest() })
  const dataFolder = await makeTemporaryFolder('hallway-local-')
  const { botToken, appToken, apiUrl, url } = workspace
  let timer: NodeJS.Timeout | undefined
  return {
    connection: { kind: 'socket', botToken, appToken },
    slackApiUrl: apiUrl,
    dataFolder,
    databaseUrl: undefined,
    // When people set the clock forward, that time counts as passed.
    clock: { ...createClock(), now: workspace.clock.now, steady: workspace.clock.now },
    onTime: workspace.clock.onTime,
    showProblems(corpus) {
      const show = () => workspace.setNotice(noticeOf(corpus()))
      show()
      timer = setInterval(show, lookMs).unref()
    },
    hint: `Open ${url}`,
    async close() {
      clearInterval(timer)
      await workspace.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** How often the page is brought up to date, in milliseconds. */
const lookMs = 1_000

/** The worst problem of the notes, and how many more kinds there are. */
function noticeOf({ problems, folder }: Corpus): string {
  const [worst, ...others] = groupProblems(problemsToMend(problems))
  if (worst === undefined) return ''
  const more = others.length === 0 ? '' : ` ${others.length} more: run ${commandToType('check', folder)}.`
  return `In the notes: ${formatGroup(worst)}.${more}`
}
