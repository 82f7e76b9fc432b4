import { expect, test } from 'vitest'
import { shownUrl } from '../../src/repository/git.ts'

test.each([
  ['https://git.example.com/notes.git', 'https://git.example.com/notes.git'],
  ['https://reader:s3cret@git.example.com/notes.git', 'https://git.example.com/notes.git'],
  ['https://git.example.com/notes.git?private_token=s3cret', 'https://git.example.com/notes.git?…'],
  ['https://me:w@rd:s@git.example.com/a@b.git', 'https://git.example.com/a@b.git'],
  ['https://token@git.example.com/notes.git', 'https://git.example.com/notes.git'],
  ['ssh://git@git.example.com/notes.git', 'ssh://git.example.com/notes.git'],
  ['git@git.example.com:team/notes.git', 'git@git.example.com:team/notes.git'],
  ['/srv/notes.git', '/srv/notes.git'],
  ['/srv/notes?.git', '/srv/notes?.git'],
])('of %s no more is shown than where it leads', (url, shown) => {
  expect(shownUrl(url)).toBe(shown)
})
