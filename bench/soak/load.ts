import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'

/** What people, notes and Slack do to a running Hallway. */
export interface Load {
  /** Asks one question in a direct message, and waits for its answer. */
  ask(question: string): Promise<void>
  /** Asks, and opens the notes of the first talk. */
  open(question: string): Promise<void>
  /** Asks for a tip at once. */
  tip(): Promise<void>
  /** Writes in a note. */
  edit(): Promise<void>
}

export async function createLoad(workspace: Workspace, corpus: string): Promise<Load> {
  const note = join(corpus, (await readdir(corpus))[0]!, 'a-note-that-changes.md')
  await writeFile(note, '---\ntitle: A note that changes\ntags: [soak]\n---\nIt changes.\n\n## Takeaways\n')
  let edits = 0
  const answerTo = (ts: string) =>
    workspace.until(() => workspace.thread('dm', ts).find(({ bot_id }) => bot_id), 'an answer')

  return {
    async ask(question) {
      const { ts } = await workspace.say('dm', question)
      await answerTo(ts)
    },
    async open(question) {
      const { ts } = await workspace.say('dm', question)
      const answer = await answerTo(ts)
      if (!JSON.stringify(answer.blocks).includes('"full_notes"')) return
      await workspace.click(answer, 'full_notes')
      const view = await workspace.until(() => workspace.views()[0], 'the notes')
      await workspace.closeView(view)
    },
    async tip() {
      const count = () => workspace.messages('#talks').filter(({ bot_id }) => bot_id).length
      const before = count()
      await workspace.command('/talks', 'tips now', '#talks')
      await workspace.until(() => count() > before, 'a tip')
    },
    async edit() {
      edits += 1
      // Of a bounded length, or it would be the note that grows.
      const lines = (await readFile(note, 'utf8')).split('\n').slice(0, 8)
      await writeFile(note, `${lines.join('\n')}\n- Change ${edits} of this note.\n`)
    },
  }
}

/** Does it again and again until the signal, with pauses; what fails is told, once each. */
export async function repeatedly(
  what: () => Promise<unknown>,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await what().catch((error) => console.log(`  ${error}`))
    await wait(everyMs, undefined, { signal }).catch(() => {})
  }
}
