import { readFile } from 'node:fs/promises'

/** Hallway's own, as package.json says it. */
export async function readVersion(): Promise<string> {
  return JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')).version
}
