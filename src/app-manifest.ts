import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/** What manifest.yml says: the same file is pasted into Slack's settings of the app. */
export async function readAppManifest(): Promise<unknown> {
  return parse(await readFile(new URL('../manifest.yml', import.meta.url), 'utf8'))
}
