/** A note that `hallway check` has nothing to say against. */
export const teaNote = (title: string): string =>
  `---\ntitle: ${title}\ntags: [tea]\n---\n${title} and tea.\n\n## Takeaways\n- Warm the pot.\n`

/** The corpus of the reading tests, as files: two events, three talks, no problems. */
export const teaCorpus = {
  'potcon/event.yml': 'name: PotCon\n',
  'potcon/lids.md': teaNote('Lids'),
  'teacon-1999/event.yml': 'name: TeaCon 1999\nstarts: 1999-04-01\n',
  'teacon-1999/kettles.md': teaNote('Kettles'),
  'teacon-1999/leaves.md': teaNote('Leaves'),
}
