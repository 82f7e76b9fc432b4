import { spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

/** A disk of one megabyte for the tests of a file, if this process may mount one. */
export function mountSmallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const folder = temporaryFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  if (mounted.status !== 0) return undefined
  afterAll(() => void spawnSync('umount', [folder]))
  return folder
}

/** Takes all its room but that many bytes. Returns what gives it back. */
export function fillDisk(disk: string, left = 0): () => void {
  const ballast = join(disk, 'ballast')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
  return () => rmSync(ballast, { force: true })
}
