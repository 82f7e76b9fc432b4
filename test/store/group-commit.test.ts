import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as tick } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createGroupCommit } from '../../src/store/sqlite/group-commit.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** A database of words, and what another connection sees of them. */
function open() {
  const folder = temporaryFolder()
  const [ours, other] = [join(folder, 'words.db'), join(folder, 'words.db')].map(
    (file) => new DatabaseSync(file, { timeout: 0 }),
  ) as [DatabaseSync, DatabaseSync]
  onTestFinished(() => {
    for (const database of [ours, other]) database.close()
  })
  ours.exec('pragma journal_mode = wal; create table words (word text not null unique)')
  const insert = ours.prepare('insert into words values (?)')
  const commit = createGroupCommit(ours)
  return {
    ours,
    other,
    write: (word: string | null) => commit(() => insert.run(word).changes),
    seen: () =>
      other
        .prepare('select word from words')
        .all()
        .map(({ word }) => word),
  }
}

test('what is written in one turn is committed together, and told when it is', async () => {
  const { ours, write, seen } = open()
  const inTransaction: boolean[] = []
  const written = ['tea', 'milk', 'sugar'].map((word) =>
    write(word).then((changes) => {
      inTransaction.push(ours.isTransaction)
      return [changes, ...seen()]
    }),
  )
  expect(seen()).toEqual([])
  await tick()
  expect(await Promise.all(written)).toEqual(Array(3).fill([1, 'tea', 'milk', 'sugar']))
  expect(inTransaction).toEqual([false, false, false])
})

test('one that cannot be written keeps none of the others from it', async () => {
  const { write, seen } = open()
  const written = await Promise.allSettled([write('tea'), write(null), write('tea'), write('milk')])
  expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(seen()).toEqual(['tea', 'milk'])
})

test('while another writes, all fail at once, and nothing of them is written', async () => {
  const { other, write, seen } = open()
  other.exec('begin immediate')
  const written = await Promise.allSettled([write('tea'), write('milk')])
  expect(written).toMatchObject(Array(2).fill({ status: 'rejected', reason: { errcode: 5 } }))
  other.exec('commit')
  expect(seen()).toEqual([])
  expect(await Promise.all([write('tea'), write('milk')])).toEqual([1, 1])
  expect(seen()).toEqual(['tea', 'milk'])
})
