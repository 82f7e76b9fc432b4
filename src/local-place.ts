import { readFile, rm } from 'node:fs/promises'
import { parse } from 'yaml'
import { makeTemporaryFolder } from './files/temporary-folder.ts'
import type { Place } from './place.ts'
import { createClock } from './tips/clock.ts'
import { openWorkspace } from './workspace/server/open-workspace.ts'

/** The local workspace begins anew at each start, its messages and its clock; so does what Hallway keeps of it. */
export async function openLocalPlace(port: number): Promise<Place> {
  // It acts on the same manifest that is pasted into Slack.
  const manifest = await readFile(new URL('../manifest.yml', import.meta.url), 'utf8')
  const workspace = await openWorkspace({ port, manifest: parse(manifest) })
  const dataFolder = await makeTemporaryFolder('hallway-local-')
  const { botToken, appToken, apiUrl, url } = workspace
  return {
    connection: { kind: 'socket', botToken, appToken },
    slackApiUrl: apiUrl,
    dataFolder,
    databaseUrl: undefined,
    // A time that is skipped has passed.
    clock: { ...createClock(), now: workspace.clock.now, steady: workspace.clock.now },
    onTime: workspace.clock.onTime,
    hint: `Open ${url}`,
    async close() {
      await workspace.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
