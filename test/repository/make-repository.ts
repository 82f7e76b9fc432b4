import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** A bare repository and somebody who pushes to it. */
export interface MadeRepository {
  /** The folder of the bare repository. */
  readonly bare: string
  /** Writes these files, removes those that are undefined, and pushes. */
  push(files: Readonly<Record<string, string | undefined>>, branch?: string): void
}

/** @param hash by what it names commits */
export function makeRepository(files: Readonly<Record<string, string>>, hash = 'sha1'): MadeRepository {
  const folder = temporaryFolder()
  const [bare, work] = [join(folder, 'notes.git'), join(folder, 'work')]
  mkdirSync(work)
  run(folder, 'init', '--quiet', '--bare', '--initial-branch=main', `--object-format=${hash}`, bare)
  run(work, 'init', '--quiet', '--initial-branch=main', `--object-format=${hash}`)
  const made: MadeRepository = {
    bare,
    push(changes, branch = 'main') {
      for (const [path, text] of Object.entries(changes)) {
        const file = join(work, path)
        mkdirSync(dirname(file), { recursive: true })
        if (text === undefined) rmSync(file)
        else writeFileSync(file, text)
      }
      run(work, 'add', '--all')
      run(work, 'commit', '--quiet', '--message=Notes')
      run(work, 'push', '--quiet', '--force', bare, `HEAD:refs/heads/${branch}`)
    },
  }
  made.push(files)
  return made
}

function run(folder: string, ...words: readonly string[]): void {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@harbour.example', '-c', 'commit.gpgsign=false']
  const { status, stderr } = spawnSync('git', [...who, ...words], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${words[0]} failed: ${stderr}`)
}
