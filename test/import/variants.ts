export interface Variant {
  readonly kind: string
  readonly files: Readonly<Record<string, string>>
  /** Title, speakers, event, and when and where of each talk; `*` for the event that the folder alone names. */
  readonly talks: readonly string[]
}

/** Siblings of the samples: the same kinds of notes with other words, languages, orders and signs. */
export const variants: readonly Variant[] = [
  {
    kind: '`#Title` without a blank (a)',
    files: {
      'notes.md':
        '#RopeCamp 2014\n\n##Knots\n\n###Ada Beispiel\n\n- hold\n\n##Hitches\n\n###Ben Exemplar\n\n- slip\n',
    },
    talks: ['Hitches | Ben Exemplar | RopeCamp 2014 | –', 'Knots | Ada Beispiel | RopeCamp 2014 | –'],
  },
  {
    kind: '`#Title` without a blank (b)',
    files: {
      'oar-days-2014/knots.md': '#Knots\n*by Ada Beispiel*\n\n##Why\nthey hold\n',
      'oar-days-2014/hitches.md': '#Hitches\n@benex\n\n##Uses\nmany\n',
    },
    talks: ['Hitches | @benex | Oar Days 2014 | –', 'Knots | Ada Beispiel | Oar Days 2014 | –'],
  },
  {
    kind: '`#Title` without a blank (c)',
    files: {
      'oar-days-2014.md': '##Knots - Ada Beispiel\n- hold\n\n##Hitches - Ben Exemplar\n- slip\n',
    },
    talks: ['Hitches | Ben Exemplar | Oar days 2014 | –', 'Knots | Ada Beispiel | Oar days 2014 | –'],
  },
  {
    kind: 'speakers in the first item (a)',
    files: {
      'oar-days-2014/knots.md':
        '# Knots\n\n* Speaker: Ada Beispiel (@ada)\n* Slides: https://slides.example/k\n\nThey hold.\n',
      'oar-days-2014/h.md': '# Hitches\n\n+ Ben Exemplar, Boat Works\n\n+ slip\n',
    },
    talks: ['Hitches | Ben Exemplar | Oar Days 2014 | –', 'Knots | Ada Beispiel (@ada) | Oar Days 2014 | –'],
  },
  {
    kind: 'speakers in the first item (b)',
    files: {
      'notes.md':
        '# Rudertage 2021\n\n## Knoten\n\n- Sprecherin: Ada Beispiel\n- Folien: https://slides.example/k\n\nSie halten.\n\n## Stiche\n\n- Referent: Ben Exemplar (Bootswerke GmbH)\n\nSie rutschen.\n',
    },
    talks: ['Knoten | Ada Beispiel | Rudertage 2021 | –', 'Stiche | Ben Exemplar | Rudertage 2021 | –'],
  },
  {
    kind: 'speakers in the first item (c)',
    files: {
      'talks.txt':
        'Knots\n=====\n\n- who: Ada Beispiel\n- where: Main hall\n\nThey hold.\n\nHitches\n=======\n\n- who: Ben Exemplar & Bo Sample\n\nThey slip.\n',
    },
    talks: ['Hitches | Ben Exemplar, Bo Sample | * | –', 'Knots | Ada Beispiel | * | –'],
  },
  {
    kind: 'speakers behind a dash, bar or comma (a)',
    files: {
      'oar.md':
        '# OarConf 2017\n\n## Knots — Ada Beispiel, Boat Works\n- a\n\n## Ben Exemplar – Hitches\n- b\n\n## Sheets | Bo Sample | Rope Ltd\n- c\n',
    },
    talks: [
      'Hitches | Ben Exemplar | OarConf 2017 | –',
      'Knots | Ada Beispiel | OarConf 2017 | –',
      'Sheets | Bo Sample | OarConf 2017 | –',
    ],
  },
  {
    kind: 'speakers behind a dash, bar or comma (b)',
    files: {
      'oar.md':
        '# OarConf 2017: Day 2\n\n### 10:00 Knots, Ada Beispiel\n- a\n\n### 11:30 – 12:00 Hitches (Ben Exemplar @benex)\n- b\n',
    },
    talks: ['Hitches | Ben Exemplar | OarConf 2017 | –', 'Knots | Ada Beispiel | OarConf 2017 | –'],
  },
  {
    kind: 'days as headings (a)',
    files: {
      'notes.md': '# Tag 1\n\n## Knoten\n- a\n\n## Stiche\n- b\n\n# Tag 2\n\n## Segel\n- c\n',
    },
    talks: ['Knoten | – | * | –', 'Segel | – | * | –', 'Stiche | – | * | –'],
  },
  {
    kind: 'days as headings (b)',
    files: {
      'notes.md': '# Día 1\n\n## Nudos\n- a\n\n# Día 2\n\n## Velas\n- c\n',
    },
    talks: ['Nudos | – | * | –', 'Velas | – | * | –'],
  },
  {
    kind: 'days as headings (c)',
    files: {
      'notes.md': '# Jour 1 - 2 mai 2023\n\n## Nœuds\n- a\n\n# Jour 2 - 3 mai 2023\n\n## Voiles\n- c\n',
    },
    talks: ['Nœuds | – | * | 2023-05-02', 'Voiles | – | * | 2023-05-03'],
  },
  {
    kind: 'days as headings (d)',
    files: {
      'notes.md': '# OarConf\n\n## 2.5.2023\n\n### Knots\n- a\n\n## 3.5.2023\n\n### Sails\n- c\n',
    },
    talks: ['Knots | – | OarConf | 2023-05-02', 'Sails | – | OarConf | 2023-05-03'],
  },
  {
    kind: 'days as headings (e)',
    files: {
      'notes.md': '# Day One (May 2, 2023)\n\n## Knots\n- a\n\n# Day Two (May 3, 2023)\n\n## Sails\n- c\n',
    },
    talks: ['Knots | – | * | 2023-05-02', 'Sails | – | * | 2023-05-03'],
  },
  {
    kind: 'days as headings (f)',
    files: {
      'notes.md': '## Thursday\n\n### Knots\n- a\n\n### Hitches\n- b\n\n## Friday\n\n### Sails\n- c\n',
    },
    talks: ['Hitches | – | * | –', 'Knots | – | * | –', 'Sails | – | * | –'],
  },
  {
    kind: 'days as headings (g)',
    files: {
      'notes.md': '# 02/05/2023\n\n## Knots\n- a\n\n# 03/05/2023\n\n## Sails\n- c\n',
    },
    talks: ['Knots | – | * | –', 'Sails | – | * | –'],
  },
  {
    kind: 'days as headings (h)',
    files: {
      'notes.md':
        '# 2023-05-02\n\n## Keynote - Ada Beispiel\n- a\n\n## Lunch\n\n## Sails\n- b\n\n# 2023-05-03\n\n## Knots\n- c\n',
    },
    talks: [
      'Keynote | Ada Beispiel | * | 2023-05-02',
      'Knots | – | * | 2023-05-03',
      'Sails | – | * | 2023-05-02',
    ],
  },
  {
    kind: 'titles in bold (a)',
    files: {
      'notes.md':
        '# OarConf 2019\n\n## Day 1\n\n__Knots__ (Ada Beispiel)\n\n- a\n\n__Hitches__ (Ben Exemplar)\n\n- b\n\n## Day 2\n\n__Sails__ (Bo Sample)\n\n- c\n',
    },
    talks: [
      'Hitches | Ben Exemplar | OarConf 2019 | –',
      'Knots | Ada Beispiel | OarConf 2019 | –',
      'Sails | Bo Sample | OarConf 2019 | –',
    ],
  },
  {
    kind: 'titles in bold (b)',
    files: {
      'oarconf-2019.md': '**Knots** by Ada Beispiel\n\n- a\n\n**Hitches** by Ben Exemplar\n\n- b\n',
    },
    talks: ['Hitches | Ben Exemplar | Oarconf 2019 | –', 'Knots | Ada Beispiel | Oarconf 2019 | –'],
  },
  {
    kind: 'titles in bold (c)',
    files: {
      'notes.md':
        '# OarConf 2019\n\n## Tuesday\n\n**1. Knots** – Ada Beispiel\n- a\n\n**2. Hitches** – Ben Exemplar\n- b\n',
    },
    talks: ['Hitches | Ben Exemplar | OarConf 2019 | –', 'Knots | Ada Beispiel | OarConf 2019 | –'],
  },
  {
    kind: 'names of files with a day (a)',
    files: {
      '20240609_knots.md': '# Knots\n\n- a\n',
      '20240610_hitches.md': '- b\n- c\n',
    },
    talks: ['Hitches | – | * | 2024-06-10', 'Knots | – | * | 2024-06-09'],
  },
  {
    kind: 'names of files with a day (b)',
    files: {
      'Talks/2024-06-09 Knots - Ada Beispiel.md': '- a\n',
      'Talks/2024-06-10 Hitches - Ben Exemplar.md': '- b\n',
    },
    talks: ['Hitches | Ben Exemplar | * | 2024-06-10', 'Knots | Ada Beispiel | * | 2024-06-09'],
  },
  {
    kind: 'names of files with a day (c)',
    files: {
      'oar/09.06.2024 Knoten.md': 'Sie halten.\n',
      'oar/10.06.2024 Stiche.md': 'Sie rutschen.\n',
    },
    talks: ['Knoten | – | Oar | 2024-06-09', 'Stiche | – | Oar | 2024-06-10'],
  },
  {
    kind: 'names of files with a day (d)',
    files: {
      'Oar meetup/Knots (2024-06-09).md': 'They hold.\n',
      'Oar meetup/2024_06_10-hitches.md': 'They slip.\n',
    },
    talks: ['Hitches | – | Oar meetup | 2024-06-10', 'Knots | – | Oar meetup | 2024-06-09'],
  },
  {
    kind: 'a Hugo site (a)',
    files: {
      'content/talks/_index.md': '+++\ntitle = "Talks"\n+++\n',
      'content/talks/knots.md':
        '+++\ntitle = "Knots"\ndate = 2024-06-09T10:00:00+02:00\nauthors = ["Ada Beispiel"]\n[taxonomies]\ntags = ["rope"]\n[extra]\nevent = "Oar Days 2024"\nvideo = "https://youtu.be/abc"\n+++\nThey hold.\n',
    },
    talks: ['Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09'],
  },
  {
    kind: 'a Hugo site (b)',
    files: {
      'content/talk/knots/index.md':
        '---\ntitle: Knots\nevent: Oar Days 2024\nevent_url: https://oar.example\nlocation: Hall 1\ndate: "2024-06-09T13:00:00Z"\nall_day: false\nauthors: [Ada Beispiel]\ntags: []\nslides: ""\nurl_video: https://v.example/k\n---\nThey hold.\n',
      'content/talk/hitches/index.md':
        '---\ntitle: Hitches\nevent: Rope Camp\ndate: "2023-05-01"\nauthors: [admin]\n---\nThey slip.\n',
    },
    talks: ['Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09', 'Hitches | – | Rope Camp | 2023-05-01'],
  },
  {
    kind: 'a Jekyll site (a)',
    files: {
      '_talks/2024-06-09-knots.md':
        '---\nlayout: talk\ntitle: "Knots"\nconference: Oar Days\nspeaker: ada-beispiel\nyoutube: abc123def45\n---\nThey hold.\n',
      '_talks/2024-06-10-hitches.md':
        '---\nlayout: talk\ntitle: "Hitches"\nconference: Oar Days\nspeakers: [{name: Ben Exemplar, twitter: benex}]\n---\nThey slip.\n',
    },
    talks: [
      'Hitches | Ben Exemplar (@benex) | Oar Days | 2024-06-10',
      'Knots | Ada Beispiel | Oar Days | 2024-06-09',
    ],
  },
  {
    kind: 'lines or a table of keys and values (a)',
    files: {
      'oar-days-2024/k.md':
        'Title: Knots\nSpeaker: Ada Beispiel\nDate: 9 June 2024\nTags: rope, hands\n\nThey hold.\n',
      'oar-days-2024/h.md':
        '# Hitches\n\n**Speaker:** Ben Exemplar  \n**Date:** 2024-06-10  \n**Video:** https://v.example/h\n\nThey slip.\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | 2024-06-10',
      'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09',
    ],
  },
  {
    kind: 'lines or a table of keys and values (b)',
    files: {
      'oar-days-2024/k.md':
        '# Knots\n\nSpeaker(s): Ada Beispiel and Ben Exemplar\nWhen: June 9, 2024 at 10:00\nWhere: Hall 1\n\nThey hold.\n',
      'oar-days-2024/h.md':
        '# Hitches\n\n| Speaker | Ben Exemplar |\n|---|---|\n| Date | 2024-06-10 |\n| Room | Hall 2 |\n\nThey slip.\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | 2024-06-10 Hall 2',
      'Knots | Ada Beispiel, Ben Exemplar | Oar Days 2024 | 2024-06-09 10:00',
    ],
  },
  {
    kind: 'lines or a table of keys and values (c)',
    files: {
      'oar-days-2024/k.md':
        '# Knoten\n\nVortragende: Ada Beispiel\nDatum: 9.6.2024\nUhrzeit: 10:00 Uhr\nRaum: Saal 1\n\nSie halten.\n',
      'oar-days-2024/n.md': '# Nudos\n\nPonente: Ben Exemplar\nFecha: 2024-06-10\n\nAguantan.\n',
    },
    talks: [
      'Knoten | Ada Beispiel | Oar Days 2024 | 2024-06-09 10:00 Saal 1',
      'Nudos | Ben Exemplar | Oar Days 2024 | 2024-06-10',
    ],
  },
  {
    kind: 'a Notion export (a)',
    files: {
      'Conference notes 0f1e2d3c4b5a69788796a5b4c3d2e1f0/Knots 1a2b3c4d5e6f708192a3b4c5d6e7f809.md':
        '# Knots\n\nSpeakers: Ada Beispiel, Ben Exemplar\nConference: OarDays (https://www.notion.so/OarDays-1a2b3c4d5e6f708192a3b4c5d6e7f809?pvs=21)\nDate: June 9, 2024 10:00 AM (GMT+2)\nTags: rope, hands\nStatus: Watched\nURL: https://v.example/k\n\nThey hold.\n',
    },
    talks: ['Knots | Ada Beispiel, Ben Exemplar | OarDays | 2024-06-09'],
  },
  {
    kind: 'an Obsidian vault (b)',
    files: {
      'Oar Days 2024/Knots.md':
        '---\nspeaker: "[[People/Ada Beispiel|Ada]]"\nevent: "[[Oar Days 2024]]"\nstart: 2024-06-09T10:00\nup: "[[Talks MOC]]"\n---\n# Knots\n> [!info] Abstract\n> They hold.\n\n- #rope\n',
    },
    talks: ['Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09 10:00'],
  },
  {
    kind: 'titles in quotation marks (a)',
    files: {
      'oar-days-2024.md':
        '# Oar Days 2024\n\n## “Knots: how they hold!” by Ada Beispiel\n- a\n\n## „Stiche“ von Ben Exemplar\n- b\n\n## « Voiles » par Bo Sample\n- c\n\n## \'Sails\' – Eva Probe\n- d\n\n## Keynote: "The next oar" by Zoë Örtl\n- e\n',
    },
    talks: [
      'Keynote: The next oar | Zoë Örtl | Oar Days 2024 | –',
      'Knots: how they hold! | Ada Beispiel | Oar Days 2024 | –',
      'Sails | Eva Probe | Oar Days 2024 | –',
      'Stiche | Ben Exemplar | Oar Days 2024 | –',
      'Voiles | Bo Sample | Oar Days 2024 | –',
    ],
  },
  {
    kind: 'reStructuredText (a)',
    files: {
      'oar-days-2024/k.rst':
        'Knots\n=====\n\n:Author: Ada Beispiel\n:Date: 2024-06-09\n\nThey hold.\n\nWhy\n---\n\nThey do.\n',
      'oar-days-2024/h.rst':
        '=======\nHitches\n=======\n\n**Ben Exemplar**, *Boat Works*\n\n* slip\n\n.. note:: Mind.\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | –',
      'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09',
    ],
  },
  {
    kind: 'sections of one talk (a)',
    files: {
      'oar-days-2024/k.md':
        '# Knots\n\n**Speakers**: [Ada Beispiel](https://a.example), [Ben Exemplar](https://b.example)\n\n## What are knots?\n\nRope.\n\n## Q&A\n\n- No.\n',
      'oar-days-2024/h.md': '# Hitches\n## Bo Sample\n\nThey slip.\n\n## Uses\n\nMany.\n',
    },
    talks: [
      'Hitches | Bo Sample | Oar Days 2024 | –',
      'Knots | Ada Beispiel, Ben Exemplar | Oar Days 2024 | –',
    ],
  },
  {
    kind: 'an address first (a)',
    files: {
      'oar-days-2024/k.md': '# Knots\n\n<https://v.example/k>\n\nThey hold.\n',
      'oar-days-2024/h.md':
        '# Hitches\n[video](https://v.example/h) | [slides](https://s.example/h)\n\nThey slip.\n',
    },
    talks: ['Hitches | – | Oar Days 2024 | –', 'Knots | – | Oar Days 2024 | –'],
  },
  {
    kind: 'Org (a)',
    files: {
      'oar-days-2024/k.org':
        '#+TITLE: Knots\n#+AUTHOR: Ada Beispiel\n#+DATE: <2024-06-09 Sun>\n#+FILETAGS: :rope:hands:\n\nThey hold.\n* Why\n- strong\n',
      'oar-days-2024/h.org':
        '#+title: Hitches\n\n* Notes\n:PROPERTIES:\n:SPEAKER: Ben Exemplar\n:END:\n- slip\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | –',
      'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09',
    ],
  },
  {
    kind: 'Org (b)',
    files: {
      'oar.org':
        '#+TITLE: OarConf 2024\n* Day 1\n** Knots - Ada Beispiel\n- a\n** TODO Hitches :rope:\n   by Ben Exemplar\n- b\n* Day 2\n** Sails\n- c\n',
    },
    talks: [
      'Hitches | Ben Exemplar | OarConf 2024 | –',
      'Knots | Ada Beispiel | OarConf 2024 | –',
      'Sails | – | OarConf 2024 | –',
    ],
  },
  {
    kind: 'Org (c)',
    files: {
      'x.org': '#+TITLE: OarConf 2024\n* Knots\nAda Beispiel\n- a\n* Hitches\n- b\n* Sails\n- c\n',
      'y.org': '#+TITLE: Rope Camp\n* Splices\n- b\n* Whippings\n- c\n',
    },
    talks: [
      'Hitches | – | OarConf 2024 | –',
      'Knots | Ada Beispiel | OarConf 2024 | –',
      'Sails | – | OarConf 2024 | –',
      'Splices | – | Rope Camp | –',
      'Whippings | – | Rope Camp | –',
    ],
  },
  {
    kind: 'AsciiDoc (a)',
    files: {
      'oar-days-2024/k.adoc':
        '= Knots\nAda Beispiel <ada@example.org>\n2024-06-09\n:tags: rope\n\nThey hold.\n\n== Why\n\nStrong.\n',
      'oar-days-2024/h.adoc': '= Hitches\n:speaker: Ben Exemplar\n\n* slip\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | –',
      'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09',
    ],
  },
  {
    kind: 'HTML (a)',
    files: {
      'oar.html':
        '<html><body><h1>OarConf 2024</h1><h2>Knots</h2><p>by Ada Beispiel</p><p>They hold.</p><h2>Hitches <small>Ben Exemplar</small></h2><ul><li>slip</li></ul></body></html>',
    },
    talks: ['Hitches | Ben Exemplar | OarConf 2024 | –', 'Knots | Ada Beispiel | OarConf 2024 | –'],
  },
  {
    kind: 'a table (a)',
    files: {
      'talks.csv':
        'Titel;Referent;Datum;Raum;Beschreibung\nKnoten;Ada Beispiel;9.6.2024;Saal 1;Sie halten.\nStiche;Ben Exemplar;10.6.2024;Saal 2;Sie rutschen.\n',
    },
    talks: ['Knoten | Ada Beispiel | * | 2024-06-09 Saal 1', 'Stiche | Ben Exemplar | * | 2024-06-10 Saal 2'],
  },
  {
    kind: 'a table (b)',
    files: {
      'sessions.tsv':
        'Session Title\tPresenter Name\tStart Time\tVideo\nKnots\tAda Beispiel\t2024-06-09 10:00\thttps://v.example/k\nHitches\tBen Exemplar, Bo Sample\t2024-06-09 11:00\t\n',
    },
    talks: [
      'Hitches | Ben Exemplar, Bo Sample | * | 2024-06-09 11:00',
      'Knots | Ada Beispiel | * | 2024-06-09 10:00',
    ],
  },
  {
    kind: 'a table (c)',
    files: {
      'charlas.csv':
        'Título,Ponente,Fecha,Sala\nNudos,Ada Beispiel,2024-06-09,A\nVelas,Ben Exemplar,2024-06-10,B\n',
    },
    talks: ['Nudos | Ada Beispiel | * | 2024-06-09 A', 'Velas | Ben Exemplar | * | 2024-06-10 B'],
  },
  {
    kind: 'a table (d)',
    files: {
      'talks.csv':
        'Talk,Speaker(s),Abstract,Track,Date/Time\nKnots,"Ada Beispiel; Ben Exemplar",They hold.,Ropes,June 9 2024 10:00\n',
    },
    talks: ['Knots | Ada Beispiel, Ben Exemplar | * | 2024-06-09 10:00'],
  },
  {
    kind: 'no heading at all (a)',
    files: {
      'oar-days-2024/knots-that-hold.md': 'Ada Beispiel, rigger at Boat Works\n\nThey hold.\n\n- a\n',
      'oar-days-2024/hitches.txt': 'Hitches that slip\nBen Exemplar\n\n* b\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | –',
      'Knots that hold | Ada Beispiel | Oar Days 2024 | –',
    ],
  },
  {
    kind: 'notes among programs (a)',
    files: {
      'Knots.md': '# Knots\n\nThey hold.\n',
      'package.json': '{"name":"x"}',
      'yarn.lock': 'x',
      Makefile: 'x',
      'CMakeLists.txt': 'x',
      'requirements-dev.txt': 'x',
      'feed.xml': '<rss></rss>',
      'README.md': '# Oar Days 2024\n\nNotes.\n',
    },
    talks: ['Knots | – | Oar Days 2024 | –'],
  },
  {
    kind: 'days that come again (rep)',
    files: {
      'oar-days-2024.md':
        '# Oar Days 2024\n\n## Day 1\n\n### Knots\nAda Beispiel | Boat Works\n- a\n\n## Day 2\n\n### Hitches\n- b\n\n## Day 2 (afternoon)\n\n### Sails (Bo Sample)\n- c\n\n## Day 2\n',
    },
    talks: [
      'Hitches | – | Oar Days 2024 | –',
      'Knots | Ada Beispiel | Oar Days 2024 | –',
      'Sails | Bo Sample | Oar Days 2024 | –',
    ],
  },
  {
    kind: 'a list of talks (a)',
    files: {
      'README.md':
        '# Talks worth a watch\n\n- [Ropes](#ropes)\n- [Sails](#sails)\n\n## Ropes\n\n* [Knots](https://www.youtube.com/watch?v=aaaaaa1) by **Ada Beispiel** (OarConf 2014) [32:55]\n* [Hitches that slip](https://vimeo.com/12345) by **Ben Exemplar** (Rope Camp 2015)\n* [Splices - how not to](https://v.example/s) by Eva Probe\n\n## Sails\n\n* [Reefs](https://youtu.be/aaaaaa2) by Zoë Örtl and Bo Sample\n* [Gybes](https://youtu.be/aaaaaa3)\n* [Tacks](https://youtu.be/aaaaaa4) - Mia Muster\n',
    },
    talks: [
      'Gybes | – | * | –',
      'Hitches that slip | Ben Exemplar | Rope Camp 2015 | –',
      'Knots | Ada Beispiel | OarConf 2014 | –',
      'Reefs | Zoë Örtl, Bo Sample | * | –',
      'Splices - how not to | Eva Probe | * | –',
      'Tacks | Mia Muster | * | –',
    ],
  },
  {
    kind: 'a list of talks (b)',
    files: {
      'talks.md':
        '# Talks I gave\n\n| Date | Talk | Event | Slides |\n|------|------|-------|--------|\n| 2023-05-02 | Knots | Oar Days | [PDF](https://s.example/k.pdf) |\n| 2023-06-10 | Hitches | Rope Camp | |\n| 2024-01-09 | Sails | Oar Days | https://s.example/s.pdf |\n| 2024-02-09 | Reefs | Boat Meetup | |\n| 2024-03-09 | Gybes | Boat Meetup | |\n',
    },
    talks: [
      'Gybes | – | Boat Meetup | 2024-03-09',
      'Hitches | – | Rope Camp | 2023-06-10',
      'Knots | – | Oar Days | 2023-05-02',
      'Reefs | – | Boat Meetup | 2024-02-09',
      'Sails | – | Oar Days | 2024-01-09',
    ],
  },
  {
    kind: 'folders of years (a)',
    files: {
      '2017/knots.md': '# Knots\nThey hold.\n',
      '2017/hitches.md': '# Hitches\nThey slip.\n',
      '2018/sails.md': '# Sails\nThey fill.\n',
      '2018/reefs.md': '# Reefs\nThey shorten.\n',
    },
    talks: ['Hitches | – | 2017 | –', 'Knots | – | 2017 | –', 'Reefs | – | 2018 | –', 'Sails | – | 2018 | –'],
  },
  {
    kind: 'folders of years (b)',
    files: {
      '2024_03_oar_days/knots.md': '# Knots\nThey hold.\n',
      '2024_03_oar_days/hitches.md': '# Hitches\nThey slip.\n',
      '2023/05_RopeCamp/sails.md': '# Sails\nThey fill.\n',
      '2023/05_RopeCamp/reefs.md': '# Reefs\nThey shorten.\n',
    },
    talks: [
      'Reefs | – | RopeCamp 2023 | –',
      'Sails | – | RopeCamp 2023 | –',
      'Hitches | – | Oar Days 2024 | –',
      'Knots | – | Oar Days 2024 | –',
    ],
  },
  {
    kind: 'folders of years (c)',
    files: {
      '2025/Oar-Japan.md':
        '# Oar - Japan\n\n## Day 1\n\n### Knots\n- a\n\n### Hitches (UD2.120 10:30 - 10:55)\n- b\n',
    },
    talks: ['Hitches | – | Oar - Japan | –', 'Knots | – | Oar - Japan | –'],
  },
  {
    kind: 'folders named for notes (a)',
    files: {
      'notes-oarconf-2024/knots.md': '# Knots\n\nby Ruby Jane Beispiel\n\n## Why\n- strong\n',
      'oar-days-2025-talk-notes/hitches.md': '# Hitches\n- slip\n',
    },
    talks: ['Knots | Ruby Jane Beispiel | Oarconf 2024 | –', 'Hitches | – | Oar Days 2025 | –'],
  },
  {
    kind: 'a speaker behind "with" (a)',
    files: {
      'oar-days-2018.md':
        '# Notes\n\n## Knots with Ada Beispiel at Boat Works\n- a\n\n## Sails with new rope with Moishe Exemplar at Rope Ltd\n- b\n\n## Pots with Anna Beispiel, NS1\n- c\n',
    },
    talks: [
      'Knots | Ada Beispiel | Oar days 2018 | –',
      'Pots | Anna Beispiel | Oar days 2018 | –',
      'Sails with new rope | Moishe Exemplar | Oar days 2018 | –',
    ],
  },
  {
    kind: 'speaker, firm and title in one heading (a)',
    files: {
      'oar-days-2018/ropes.md':
        '# Ropes and more\n\n### Ada Beispiel, University of Oars, *How knots hold in salt water*\n- a\n\n### Bo Sample, UCLA, *Hitches that slip under load, and why*\n- b\n',
    },
    talks: [
      'Hitches that slip under load, and why | Bo Sample | Oar Days 2018 | –',
      'How knots hold in salt water | Ada Beispiel | Oar Days 2018 | –',
    ],
  },
  {
    kind: 'lines below the title that say who and when (a)',
    files: {
      'oar-days-2017/k.md':
        '### Knots That Hold\n\nDate: Sat 4th Feb\nTime: 17:00\nSpeaker: Ada Beispiel\n\n- a\n\n### Why\n- b\n',
      'oar-days-2017/h.md': '# Hitches\nBo Sample, 9 November 2017\n\nThey slip.\n',
    },
    talks: [
      'Hitches | Bo Sample | Oar Days 2017 | 2017-11-09',
      'Knots That Hold | Ada Beispiel | Oar Days 2017 | 17:00',
    ],
  },
  {
    kind: 'lines below the title that say who and when (b)',
    files: {
      'oar-days-2026/k.md':
        '# Knots\n\n> Ada Beispiel／Boat Works\n\n> 2026-05-07 12:40 - 13:30 @ Hall 4\n\n> [Programme](https://p.example/k)\n\nThey hold.\n',
      'oar-days-2026/h.md':
        '# Hitches\n\nWhere they slip.\n\n### Speaker: Ben Exemplar\n2026/05/08\n\n## Why\n- wet\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2026 | –',
      'Knots | Ada Beispiel | Oar Days 2026 | 2026-05-07 12:40 13:30 Hall 4',
    ],
  },
  {
    kind: 'a heading that repeats the name of the file (a)',
    files: {
      'day1/20160509_OarConf-1.md': '# 20160509_OarConf-1\n\n# Running with oars\n\nDo not.\n',
      'day1/20160509_OarConf-2.md': '# 20160509_OarConf-2\n\n# Intro\n- a\n\n# Outlook\n- b\n',
    },
    talks: ['OarConf 2 | – | * | 2016-05-09', 'Running with oars | – | * | 2016-05-09'],
  },
  {
    kind: 'links around title and speaker (a)',
    files: {
      'OarConf-EU.md':
        '## Talks\n\n### [Knots](https://o.example/k#talk) by [Ada Beispiel](https://twitter.com/ada)\n- a\n\n### [Hitches](https://o.example/h) by [Ben Exemplar](https://b.example)\n- b\n',
    },
    talks: ['Hitches | Ben Exemplar | OarConf EU | –', 'Knots | Ada Beispiel | OarConf EU | –'],
  },
  {
    kind: 'a heading that names an event beside its topic (a)',
    files: {
      'oar-summit-notes/knots.md':
        '## Notes from tying knots from Oar Summit\n\nThey hold.\n\n### Ropes:\n- a\n\n### Hands:\n- b\n',
      'oar-summit-notes/sails.md': '# Sails\n- c\n',
    },
    talks: ['Notes from tying knots from Oar Summit | – | Oar Summit | –', 'Sails | – | Oar Summit | –'],
  },
  {
    kind: 'posts of a site (a)',
    files: {
      '_posts/2019/04/2019-04-16-knots.md':
        '---\ncategories: ["meetups/oar-days"]\ntitle: "Knots, or how to hold"\n---\n\nBy [Ada Beispiel](https://twitter.com/ada){:rel="nofollow"}, CTO @ Ropes  \n[Slides (PDF)](/assets/k.pdf)\n\n## Why\n\nStrong.\n\n## Code\n\n### Clean\n\nYes.\n',
      '_posts/2023/05/2023-05-02-sails.md':
        '---\ntitle: Sails\n---\n\nPar Nastasia Exemplar - **Voiles**\n\n## Vent\n\nFort.\n',
    },
    talks: [
      'Knots, or how to hold | Ada Beispiel (@ada) | Oar days | 2019-04-16',
      'Sails | Nastasia Exemplar | * | 2023-05-02',
    ],
  },
  {
    kind: 'the speaker as first heading (a)',
    files: {
      '20150610_Knots_intro/notes.md':
        '## Presenter: James Beispiel\n\n### Links:\n- a\n\nAt the most basic level they hold.\n\n## Hands\n- b\n',
    },
    talks: ['Knots intro | James Beispiel | Knots Intro | 2015-06-10'],
  },
  {
    kind: 'who told it, in the first sentence (a)',
    files: {
      'OarConf-2019.md':
        '# OarConf 2019\n\n## Knots\n[Talk on video](https://v.example/k)\n\n[Erica Beispiel](https://twitter.com/erica) told how they hold.\n\n## Sails\n[Ellie Exemplar](https://github.com/ellie) is a rigger.\n\n## Related reading\n- [Ropes](https://r.example)\n',
    },
    talks: ['Knots | Erica Beispiel | OarConf 2019 | –', 'Sails | Ellie Exemplar | OarConf 2019 | –'],
  },
  {
    kind: 'posts of others as headings (a)',
    files: {
      'wwdc-notes/2021/tides.md':
        '# Tides that hold\n\n### Reading them\n\n#### Tyler Beispiel [@tyler](https://mobile.twitter.com/tyler/status/1403908057185144832) thread:\n\n> Read them.\n\n### Waves\n\n#### Tyler Beispiel [@tyler](https://mobile.twitter.com/tyler/status/140390805718514483) thread:\n\n> Ride them.\n',
      'wwdc-notes/2021/waves.md': '# Waves\n- a\n',
    },
    talks: ['Tides that hold | – | WWDC 2021 | –', 'Waves | – | WWDC 2021 | –'],
  },
  {
    kind: 'speakers with a place between (a)',
    files: {
      'oar-days-2015.md':
        '# Oar Days 2015\n\n## Knots\n*Ada Beispiel, Liverpool John Moores Academy, and Ben Exemplar*\n\n- a\n\n## Commonly Mentioned by Multiple Companies\n- b\n\n## Talk 4 - Sails\n- Presenter: Bo Sample\n',
    },
    talks: [
      'Commonly Mentioned by Multiple Companies | – | Oar Days 2015 | –',
      'Knots | Ada Beispiel, Ben Exemplar | Oar Days 2015 | –',
      'Sails | Bo Sample | Oar Days 2015 | –',
    ],
  },
  {
    kind: 'a speaker below the first of several headings (a)',
    files: {
      'post-knots.md':
        '# Data Driven Knots\n_Ada Beispiel, works at Ropes_\n\nhttps://o.example/127\n\n# Metrics\n\n## Work\n* load\n',
    },
    talks: ['Data Driven Knots | Ada Beispiel | * | –'],
  },
  {
    kind: 'a name that is a part of an address (a)',
    files: {
      'oar-conf-2020/estelle-exemplar.md':
        '## The Humble Knot\n\n### Estelle Exemplar\n@estelle\n\nestelle.github.example/knots\n\n- holds\n',
      'oar-conf-2020/b.md': '## Sails\n### Ben Exemplar\n- fill\n',
    },
    talks: [
      'Sails | Ben Exemplar | Oar Conf 2020 | –',
      'The Humble Knot | Estelle Exemplar (@estelle) | Oar Conf 2020 | –',
    ],
  },
  {
    kind: 'what an event says of itself (a)',
    files: {
      'meetups/2020-04-23-oar-unconference.md':
        '# Oar Unconference - April 23, 2020\n\n## Details\n\n* Hosted by us\n\n# Knots - Ada Beispiel\n\n- a\n\n# Sails - Ben Exemplar\n\n- b\n',
    },
    talks: ['Knots | Ada Beispiel | Oar Unconference | –', 'Sails | Ben Exemplar | Oar Unconference | –'],
  },
  {
    kind: 'a list of videos (a)',
    files: {
      'watchlist.md':
        '# To watch\n\n_In no order:_\n\n- [Knots (32:15)](https://www.youtube.com/watch?v=aaaaaaa1)\n- [Sails (41:15)](https://www.youtube.com/watch?v=aaaaaaa2)\n- [Reefs (36:20)](https://www.youtube.com/watch?v=aaaaaaa3)\n- [Tacks (57:40)](https://www.youtube.com/watch?v=aaaaaaa4)\n- [Gybes (1:02:05)](https://www.youtube.com/watch?v=aaaaaaa5)\n',
    },
    talks: [
      'Gybes | – | * | –',
      'Knots | – | * | –',
      'Reefs | – | * | –',
      'Sails | – | * | –',
      'Tacks | – | * | –',
      'To watch | – | * | –',
    ],
  },
  {
    kind: 'handles below the names (a)',
    files: {
      'notes.md':
        '#RopeCamp 2015 notes\n\n#Ada Beispiel\n##Knots\n\n@adab\n\n\t- hold\n\n#Bo Sample\n##Hitches\n\n* Mastodon: @bo@boat.example\n\nThey slip.\n',
    },
    talks: [
      'Hitches | Bo Sample (@bo@boat.example) | RopeCamp 2015 | –',
      'Knots | Ada Beispiel (@adab) | RopeCamp 2015 | –',
    ],
  },
  {
    kind: 'a name beside links, on one line (a)',
    files: {
      'oar-days-2015.md':
        '# Oar Days 2015 Notizen\n\n### Knots\n[Ada Beispiel](https://boat.example/ada) · [Slides](https://slides.example/k) · [Video](https://youtu.be/q)\n\n- up\n\n### [Hitches](https://boat.example/h) ([Bo Sample](https://twitter.com/bo))\n\n- leak\n',
    },
    talks: ['Hitches | Bo Sample | Oar Days 2015 | –', 'Knots | Ada Beispiel | Oar Days 2015 | –'],
  },
  {
    kind: 'fields above the title (a)',
    files: {
      'Oar Days 2024/Knots.md':
        'Speaker:: [[Ada Beispiel]]\nDate:: [[2024-06-10]]\n\n# Knots\n\nThey hold.\n',
      'Oar Days 2024/h.md':
        '## Hitches\n\nSpeaker - Bo Sample\n\n### Motivation\n- rope\n\n### Conclusion\n- slip\n',
    },
    talks: ['Hitches | Bo Sample | Oar Days 2024 | –', 'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-10'],
  },
  {
    kind: 'talks that are counted, with the title in a field (a)',
    files: {
      'oar-days-2024.md':
        '# Oar Days 2024\n\n## Presentation #1\n\n**Title**: Knots\n**Speaker**: Ada Beispiel\n\n- hold\n\n## Presentation #2\n\n**Title**: Hitches\n**Speaker**: Bo Sample\n\n- slip\n',
    },
    talks: ['Hitches | Bo Sample | Oar Days 2024 | –', 'Knots | Ada Beispiel | Oar Days 2024 | –'],
  },
  {
    kind: 'talks that are counted, with the title in a field (b)',
    files: {
      'oar-meetup/2024-03.md':
        '# March 2024\n\n### Talk 1\n\n- Topic: Knots\n- Presenter: Ada Beispiel\n\n### Talk 2\n\n- Topic: Hitches\n- Presenter: Bo Sample\n\n### Lightning talk\n\n- Topic: Bends\n- Presenter: Ian Probe\n',
    },
    talks: [
      'Bends | Ian Probe | Oar Meetup | –',
      'Hitches | Bo Sample | Oar Meetup | –',
      'Knots | Ada Beispiel | Oar Meetup | –',
    ],
  },
  {
    kind: 'a file a year (a)',
    files: {
      'oarconf/2024.md': '# Knots\n\nAda Beispiel\n\n- hold\n\n# Hitches\n\nBo Sample\n\n- slip\n',
      'oarconf/2023.md': '# Bends\n\nIan Probe\n\n- bend\n\n# Sheets\n\n- sheet\n',
    },
    talks: [
      'Bends | Ian Probe | Oarconf 2023 | –',
      'Hitches | Bo Sample | Oarconf 2024 | –',
      'Knots | Ada Beispiel | Oarconf 2024 | –',
      'Sheets | – | Oarconf 2023 | –',
    ],
  },
  {
    kind: 'a file a day, without speakers (a)',
    files: {
      'oarconf-2024/day-1.md': '# Knots\n\n- hold\n\n# Hitches\n\n- slip\n',
      'oarconf-2024/day-2.md': '# Sheets\n\n- sheet\n\n# Sails\n\n- sail\n',
    },
    talks: ['Hitches', 'Knots', 'Sails', 'Sheets'].map((title) => `${title} | – | Oarconf 2024 | –`),
  },
  {
    kind: 'a folder that says nothing of an event (a)',
    files: {
      'talks/knots.md': '# Knots\n\n- hold\n',
      'Sessions 0f1e2d3c4b5a69788796a5b4c3d2e1f0/hitches.md': '# Hitches\n\n- slip\n',
    },
    talks: ['Hitches | – | * | –', 'Knots | – | * | –'],
  },
  {
    kind: 'Org (d)',
    files: {
      'oar.org':
        '#+title: Oar Days 2024\n#+author: Eva Writer\n\n* Knots\n:PROPERTIES:\n:SPEAKER: Ada Beispiel\n:END:\n- hold\n* Hitches\nSpeaker: Bo Sample\n- slip\n',
    },
    talks: ['Hitches | Bo Sample | Oar Days 2024 | –', 'Knots | Ada Beispiel | Oar Days 2024 | –'],
  },
  {
    kind: 'a table (e)',
    files: {
      'oar-2024.csv':
        '\ufeffTitel;Sprecher;Datum;Beginn;Ende;Raum\nKnoten;Ada Beispiel;09.06.2024;10:00;10:30;Saal\nMittagspause;;09.06.2024;12:00;13:00;\n',
    },
    talks: ['Knoten | Ada Beispiel | Oar 2024 | 2024-06-09 10:00 10:30 Saal'],
  },
  {
    kind: 'a list of talks by name (a)',
    files: {
      'talks.yml':
        'talks:\n  - name: Knots\n    speaker: Ada Beispiel\n    conference: OarConf 2025\n    when: 2025-03-01\n  - name: Hitches\n    speaker: [Bo Sample, Ian Probe]\n    conference: OarConf 2024\n',
    },
    talks: [
      'Hitches | Bo Sample, Ian Probe | OarConf 2024 | –',
      'Knots | Ada Beispiel | OarConf 2025 | 2025-03-01',
    ],
  },
  {
    kind: 'who speaks on what, by day and hour (a)',
    files: {
      's.json':
        '{"schedule":{"1":{"8.30":[{"date":"2025-03-01","startTime":"8.30","duration":30,"who":"all","what":"Breakfast"}],"9.00":[{"date":"2025-03-01","track":"Quay Side","startTime":"9.00","duration":30,"who":"Ada Beispiel","what":"Knots"},{"date":"2025-03-01","startTime":"9.30","duration":30,"who":"Film of the opening","what":"Sails"}]}}}',
    },
    talks: ['Knots | Ada Beispiel | * | 2025-03-01 09:00 09:30', 'Sails | – | * | 2025-03-01 09:30 10:00'],
  },
  {
    kind: 'a site’s programme, in a file whose name begins with a sign (a)',
    files: {
      '_talks.yml': '- title: Knots\n  speaker: Ada Beispiel\n- title: Hitches\n  speaker: Bo Sample\n',
      '_config.yml': 'title: Oar Days\nauthor: Eva Writer\n',
    },
    talks: ['Hitches | Bo Sample | Oar Days | –', 'Knots | Ada Beispiel | Oar Days | –'],
  },
  {
    kind: 'meetups with their talks, each named beside a title (a)',
    files: {
      'events.json':
        '[{"date":"2020-03-10T19:00:00","url":"https://meetings.example/1","talks":[{"name":"Ada Beispiel","title":"Knots"},{"name":["Ben Sample","Cleo Muster"],"title":"Hitches"}]}]',
    },
    talks: ['Hitches | Ben Sample, Cleo Muster | * | 2020-03-10', 'Knots | Ada Beispiel | * | 2020-03-10'],
  },
  {
    kind: 'meetups with their talks, each named by itself (a)',
    files: {
      'meetups.yml':
        '- date: 28.08.2014\n  title: "Oar Users Meetup #9"\n  talks:\n    - title: Knots\n      speakers:\n        - Ada Beispiel\n- date: 24.07.2014\n  title: "Oar Users Meetup #8"\n  description: We met.\n  talks:\n    - title: Hitches\n      speakers:\n        - Ben Sample:\n',
    },
    talks: [
      'Hitches | Ben Sample | Oar Users Meetup #8 | 2014-07-24',
      'Knots | Ada Beispiel | Oar Users Meetup #9 | 2014-08-28',
    ],
  },
  {
    kind: 'sessions by year, and people by key (a)',
    files: {
      'sessions.yml':
        '2018:\n  session01:\n    title: Knots\n    speakers:\n      speaker01:\n        name: Ada Beispiel\n        bio: Sailor\n      speaker02:\n        name: Ben Sample\n2019:\n  session01:\n    title: Hitches\n    speakers:\n      speaker01:\n        name: Cleo Muster\n',
    },
    talks: ['Hitches | Cleo Muster | * | –', 'Knots | Ada Beispiel, Ben Sample | * | –'],
  },
  {
    kind: 'meetings by their topic, one of them called off (a)',
    files: {
      'archive.yml':
        "- id: 1\n  date: 2014-09-08 18:00:00 -0500\n  speaker: Ada Beispiel\n  topic: Knots\n  topicSummary: 'They hold.'\n- id: 2\n  date: 2014-10-13\n  speaker: Harbour Club\n  topic: Cancelled\n",
    },
    talks: ['Knots | Ada Beispiel | * | 2014-09-08'],
  },
  {
    kind: 'a table of one’s own talks, some of them with somebody (a)',
    files: {
      'own.csv':
        'event_name,date,talk_title,co_speaker\nOarConf,2025-07-11,Knots,Ada Beispiel\nSailCamp,2024-07-11,Hitches,\n',
    },
    talks: ['Hitches | – | SailCamp | 2024-07-11', 'Knots | Ada Beispiel | OarConf | 2025-07-11'],
  },
  {
    kind: 'a table with a row a person (a)',
    files: {
      'table.csv':
        'date,presenter,title\n2018-04-27,Ada Beispiel,Knots\n2018-04-27,Ben Sample,Knots\n2019-04-27,Ben Sample,Knots\n2019-04-27,Cleo Muster,Hitches\n',
    },
    talks: [
      'Hitches | Cleo Muster | * | 2019-04-27',
      'Knots | Ada Beispiel, Ben Sample | * | 2018-04-27',
      'Knots | Ben Sample | * | 2019-04-27',
    ],
  },
  {
    kind: 'a talk in TOML (a)',
    files: {
      'sessions/knots.toml':
        'title = "Knots"\nabstract = "They hold."\n[links]\nyoutube = "3zOv3kFWnYc"\n[[speakers]]\nname = "Ada Beispiel"\nrole = "Sailor"\n',
    },
    talks: ['Knots | Ada Beispiel | * | –'],
  },
  {
    kind: 'a list of talks in TOML, with which it begins (a)',
    files: {
      'talks.toml':
        '[[talks]]\ntitle = "Knots"\nspeaker = "Ada Beispiel"\n\n[[talks]]\ntitle = "Hitches"\nspeaker = "Ben Sample"\n',
    },
    talks: ['Hitches | Ben Sample | * | –', 'Knots | Ada Beispiel | * | –'],
  },
  {
    kind: 'a list of talks in YAML, in brackets (a)',
    files: {
      'talks.yml':
        '[ {title: Knots, speaker: Ada Beispiel}, # the first\n  {title: Hitches, speaker: Ben Sample} ]\n',
    },
    talks: ['Hitches | Ben Sample | * | –', 'Knots | Ada Beispiel | * | –'],
  },
  {
    kind: 'a note that begins with a link of a vault (a)',
    files: { 'oarconf-2024/knots.md': '[[Oars]]\n\n# Knots\n\nBy Ada Beispiel\n\nThey hold.\n' },
    talks: ['Knots | Ada Beispiel | Oarconf 2024 | –'],
  },
  {
    kind: 'events by their names, with their talks (a)',
    files: {
      'events.yml':
        '- eventName: Evening of the oars\n  date: 2026-05-27\n  talks:\n    - title: Knots\n      presenters: Ada Beispiel\n- eventName: Sails and more\n  date: 2026-03-24\n  talks:\n    - title: Hitches\n      presenters: Ben Sample, Cleo Muster\n',
    },
    talks: [
      'Hitches | Ben Sample, Cleo Muster | Sails and more | 2026-03-24',
      'Knots | Ada Beispiel | Evening of the oars | 2026-05-27',
    ],
  },
  {
    kind: 'entries with hours of four digits, and who speaks (a)',
    files: {
      's.xml':
        '<schedule created="2014-07-13"><day date="2014-07-21"><entry id="1"><start>0930</start><duration>30</duration><title>Breakfast</title><speakers></speakers></entry><entry id="2"><category>Keynote</category><start>1100</start><duration>45</duration><room id="1">Quay</room><title>Knots</title><speakers><speaker id="7"><name>Ada Beispiel</name></speaker></speakers></entry></day></schedule>',
    },
    talks: ['Knots | Ada Beispiel | * | 2014-07-21 11:00 11:45 Quay'],
  },
  {
    kind: 'a room around its talks (a)',
    files: {
      's.xml':
        '<schedule><conference><title>OarConf 2025</title></conference><day date="2025-03-01"><room name="Quay"><event id="1"><start>10:00</start><duration>00:30</duration><title>Knots</title><persons><person>Ada Beispiel</person></persons></event></room></day></schedule>',
    },
    talks: ['Knots | Ada Beispiel | OarConf 2025 | 2025-03-01 10:00 10:30 Quay'],
  },
  {
    kind: 'a calendar with by-lines (a)',
    files: {
      's.ics':
        'BEGIN:VCALENDAR\r\nX-WR-CALNAME:OarConf 2025\r\nX-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20250301T110000Z\r\nSUMMARY:Hitches by Ben Sample\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    },
    talks: ['Hitches | Ben Sample | OarConf 2025 | 2025-03-01 12:00'],
  },
  {
    kind: 'the hub’s schedule with persons of the old form (a)',
    files: {
      's.json':
        '{"schedule":{"conference":{"title":"OarConf 2025","days":[]},"events":[{"guid":"g","start":"2025-03-02T00:30:00+01:00","end":"2025-03-02T01:00:00+01:00","room":{"name":"Quay"},"title":"Knots","persons":[{"name":"Ada Beispiel"}]}]}}',
    },
    talks: ['Knots | Ada Beispiel | OarConf 2025 | 2025-03-02 00:30 01:00 Quay'],
  },
  {
    kind: 'a video by itself (a)',
    files: {
      'Knots.info.json':
        '{"_type":"video","id":"abc","title":"Ada Beispiel: Knots | OarConf 2024","playlist_title":"OarConf 2024","upload_date":"20240701","webpage_url":"https://www.youtube.com/watch?v=abc"}',
    },
    talks: ['Knots | Ada Beispiel | OarConf 2024 | 2024-07-01'],
  },
  {
    kind: 'fields whose values stand below (a)',
    files: {
      'oar-days-2012/knots.rst':
        '=====\nKnots\n=====\n\n:Date:\n    2012-07-18\n\n:Speaker:\n    Ada Beispiel\n\n+ hold\n',
      'oar-days-2012/hitches.rst':
        '=======\nHitches\n=======\n\nAuthor\n------\n\n  * Ben Sample (http://twitter.com/bs)\n  * Works for Boats\n\nIntro\n-----\n\n  * slip\n',
      'oar-days-2012/bends.rst': 'Bends\n=====\n\n* ropes\n\nby Ian Probe\n~~~~~~~~~~~~\n\n* bend\n',
    },
    talks: [
      'Bends | Ian Probe | Oar Days 2012 | –',
      'Hitches | Ben Sample (@bs) | Oar Days 2012 | –',
      'Knots | Ada Beispiel | Oar Days 2012 | 2012-07-18',
    ],
  },
  {
    kind: 'components of a page (a)',
    files: {
      'oar-days-2023/knots.md':
        "import Speaker from './speaker';\n\n# Knots\n\nThey hold.\n\n<Speaker\n  name='Ada Beispiel'\n  position='Rigger at Boats'\n/>\n<Speaker\n  name='Ben Sample'\n/>\n\n## Why\n\n* friction\n",
      'oar-days-2023/hitches.md': '# Hitches\n\nThey slip.\n',
    },
    talks: ['Hitches | – | Oar Days 2023 | –', 'Knots | Ada Beispiel, Ben Sample | Oar Days 2023 | –'],
  },
  {
    kind: 'talks below a title that ends in names (a)',
    files: {
      'oars-in-april.md':
        '# From oars to sails by Friends of Boats\n\n**Quay | 18th April 2026**\n\n## Knots by [Ada Beispiel](https://linkedin.com/in/ada)\n\n- hold\n\n## Hitches by [Ben Sample](https://linkedin.com/in/ben)\n\n- slip\n',
    },
    talks: [
      'Hitches | Ben Sample | From oars to sails by Friends of Boats | –',
      'Knots | Ada Beispiel | From oars to sails by Friends of Boats | –',
    ],
  },
  {
    kind: 'talks that are counted (a)',
    files: {
      'boats.md':
        '# Harbour evening\n\nOf a day at sea.\n\n## Workshop 1: Knots\n\n**Speaker:** Ada Beispiel\n\nThey hold.\n\n## Workshop 2: Hitches\n\nThey slip.\n',
    },
    talks: ['Hitches', 'Knots'].map(
      (title, at) =>
        `Workshop ${2 - at}: ${title} | ${at === 1 ? 'Ada Beispiel' : '–'} | Harbour evening | –`,
    ),
  },
  {
    kind: 'a file that is called by an event and its year (a)',
    files: {
      'notes/2019-harbour-conference.md':
        '# Harbour conference\n\n2019-11-27\n\n### Knots that never slip\n\n- hold\n\n### Sails for a storm\n\n- reef\n',
    },
    talks: ['Knots that never slip', 'Sails for a storm'].map(
      (title) => `${title} | – | Harbour conference | –`,
    ),
  },
  {
    kind: 'a blog whose author only writes (a)',
    files: {
      '_posts/2023-10-04-oars.md':
        '---\ntitle: Global Oar Workshop\nauthor: Eva Writer\nbackground:\n  img: /a.jpg\n  by: Quay Pictures\n---\n\n## General\n\nIt rained.\n\n## Talks\n\n### Knots\n\nAuthors: **Ada Beispiel**, Ben Sample\n\nThey hold.\n\n### Hitches\n\nPresenter: Ian Probe (Boats)\n\nThey slip.\n',
    },
    talks: ['Hitches | Ian Probe', 'Knots | Ada Beispiel, Ben Sample'].map(
      (talk) => `${talk} | Global Oar Workshop | –`,
    ),
  },
  {
    kind: 'the length of a talk behind who speaks (a)',
    files: {
      'oarconf-2015.md':
        '# OarConf 2015 notes\n\nWhat I watched.\n\n## Keynote: The Anchor by Ada Beispiel [40 min]\n\nIt holds.\n\n## Hitches by Ben Exemplar (33 minutes)\n\nThey slip.\n',
    },
    talks: [
      'Hitches | Ben Exemplar | OarConf 2015 | –',
      'Keynote: The Anchor | Ada Beispiel | OarConf 2015 | –',
    ],
  },
  {
    kind: 'a keynote and who gives it, without a sign between (a)',
    files: {
      'oarconf-2016.md':
        '# OarConf 2016\n\n## Keynote Ada Beispiel\n\nIt holds.\n\n## Hitches by Ben Exemplar\n\nThey slip.\n',
    },
    talks: [
      'Hitches | Ben Exemplar | OarConf 2016 | –',
      'Keynote Ada Beispiel | Ada Beispiel | OarConf 2016 | –',
    ],
  },
  {
    kind: 'a handle as a link below the name (a)',
    files: {
      'oar-days-2014/knots.md':
        'Knots\n=====\nAda Beispiel\n[@adab](https://twitter.com/adab)\n[Page](https://oar.example/1)\n\nThey hold.\n',
      'oar-days-2014/sails.md':
        '# Sails\n\n**Presenter:** Ben Exemplar [@benex](https://twitter.com/benex)\n\nThey pull.\n',
    },
    talks: [
      'Knots | Ada Beispiel (@adab) | Oar Days 2014 | –',
      'Sails | Ben Exemplar (@benex) | Oar Days 2014 | –',
    ],
  },
  {
    kind: 'what a file is on, before the event (a)',
    files: {
      'knots-and-ropes.md':
        '# Knots and ropes — OarConf 2014 analysis\n\n**Sessions:** 711, 715\n\n## Headline\n\nThey hold.\n\n## The bowline (session 711)\n\nIt is old.\n',
      'sails.md':
        '# Sails and masts — OarConf 2014 analysis\n\n## Headline\n\nThey pull.\n\n## Reefs\n\nThey help.\n',
    },
    talks: ['Knots and ropes', 'Sails and masts'].map(
      (title) => `${title} — OarConf 2014 analysis | – | * | –`,
    ),
  },
  {
    kind: 'a month and the event before the title (a)',
    files: {
      '2014-03_Oars.md':
        '#2014-03 Harbour Meetup Notes: Introducing the bowline in the north\n\n##When to tie it\n- at sea\n\n##When not\n- ashore\n',
      'other.md': '# Quay Oars 2017-06: A history of knots\n\n- They hold.\n',
    },
    talks: [
      'A history of knots | – | Quay Oars 2017 | –',
      'Introducing the bowline in the north | – | Harbour Meetup 2014 | –',
    ],
  },
  {
    kind: 'meetups that come again, a file each (a)',
    files: {
      'meetup_notes/2014-11_OarMeet.md': '# Knots that hold\n\n- old\n',
      'meetup_notes/2014-12_OarMeet.md': '# Sails for storms\n\n- reef\n',
      'meetup_notes/2015-01_OarMeet.md': '# Masts\n\n- tall\n',
      'meetup_notes/2015-02_Rudders.md': '# Steering by hand\n\n- slow\n',
    },
    talks: [
      'Knots that hold | – | OarMeet 2014 | –',
      'Masts | – | OarMeet 2015 | –',
      'Sails for storms | – | OarMeet 2014 | –',
      'Steering by hand | – | Meetup Notes | –',
    ],
  },
  {
    kind: 'a deck in a folder each (a)',
    files: {
      'oarconf-2010/knots/slides.md':
        '!SLIDE center subsection\n# Knots that hold #\n## Ada Beispiel ##\n\n!SLIDE bullets\n# Bowline #\n- old\n\n!SLIDE\n# Hitch\n- slips\n\n!SLIDE\n# Bend\n- joins\n',
      'oarconf-2010/sails/slides.md': '!SLIDE\n# Sails\n## Ben Exemplar\n\n!SLIDE\n- They pull.\n',
    },
    talks: ['Knots that hold | Ada Beispiel | Oarconf 2010 | –', 'Sails | Ben Exemplar | Oarconf 2010 | –'],
  },
  {
    kind: 'a lecturer and where they work, above the title (a)',
    files: {
      'oar-school-2018/beispiel/README.md':
        '## Adara Zibeispiel — Harbour University\n\n+ [Her site](https://oar.example)\n\n### Theory of sailing knots\n\n+ [Notes](https://oar.example/n)\n',
      'oar-school-2018/exemplar/README.md':
        '## Zeb Exemplarix -- Institute of Oars\n\n### Ropes and their history\n\nOld ones last.\n',
    },
    talks: [
      'Ropes and their history | Zeb Exemplarix | Oar School 2018 | –',
      'Theory of sailing knots | Adara Zibeispiel | Oar School 2018 | –',
    ],
  },
  {
    kind: 'plain text that begins with what was said (a)',
    files: {
      'oarconf-2014/talks/advanced-rope-fixtures.txt':
        'Fixtures - Tied / Isolated / Composable\n\nCaching:\n- once a day\n',
      'oarconf-2014/talks/dock-work-environment.txt':
        'Dock - light planks that give isolation - one boat at each (best practice)\n\n- Plank\n',
    },
    talks: ['Advanced rope fixtures', 'Dock work environment'].map(
      (title) => `${title} | – | Oarconf 2014 | –`,
    ),
  },
  {
    kind: 'who speaks in the name of the folder, without blanks (a)',
    files: {
      'oarconf-2016/AdaBeispiel-KnotsThatHold/README.md':
        '## Knots that hold\n\n[The slides](https://slides.example/k)\n',
      'oarconf-2016/BenExemplar-SailsForStorms/README.md':
        'Sails for storms\n================\n\nThey pull.\n',
    },
    talks: [
      'Knots that hold | Ada Beispiel | Oarconf 2016 | –',
      'Sails for storms | Ben Exemplar | Oarconf 2016 | –',
    ],
  },
  {
    kind: 'talks below `Notes`, with a schedule above (a)',
    files: {
      'oar-fest-2017/notes.md':
        '\n## Schedules\n\n### Saturday, May 6\n\n9:15 Doors open\n\n## Notes\n\n### Keynote: Anchors! (Ada Beispiel)\n\n- hold\n\n### Knots (Ben Exemplar)\n\n- slip\n',
    },
    talks: [
      'Keynote: Anchors! | Ada Beispiel | Oar Fest 2017 | –',
      'Knots | Ben Exemplar | Oar Fest 2017 | –',
    ],
  },
  {
    kind: 'a compound that is called like a conference (a)',
    files: {
      'oarunconference-quay-2025-notes/README.md':
        '# OarUnconference Quay 2025 notes\n\n## Knots\n**Notes by Ada and Ben**\n\n- hold\n\n## Sails\n**By Cora**\n\n- pull\n',
    },
    talks: ['Knots | – | OarUnconference Quay 2025 | –', 'Sails | Cora | OarUnconference Quay 2025 | –'],
  },
  {
    kind: 'talks in the front matter of an event’s page (a)',
    files: {
      '_events/quay.md':
        '---\ntitle: OarFest Quay 2019\ndate: 2019-10-18T18:00:00+02:00\nhost: cora_host\nspeakers:\n  ada_beispiel:\n    talk: "Knots of the north"\n    place: finalist\n  ben_exemplar:\n    talk: "Sails and sorrow"\n---\n',
      '_events/pier.md':
        '---\ntitle: OarFest Pier 2020\ntalks:\n  - title: Masts\n    speaker: Ada Beispiel\n    abstract: They stand.\n  - { title: Lunch }\n  - title: Rudders\n    speakers: [Ben Exemplar, Cora Sample]\n---\n',
    },
    talks: [
      'Knots of the north | Ada Beispiel | OarFest Quay 2019 | –',
      'Masts | Ada Beispiel | OarFest Pier 2020 | –',
      'Rudders | Ben Exemplar, Cora Sample | OarFest Pier 2020 | –',
      'Sails and sorrow | Ben Exemplar | OarFest Quay 2019 | –',
    ],
  },
  {
    kind: 'pages of speakers that say what they spoke on (a)',
    files: {
      'oarconf/_speakers_2024/adab.md':
        '---\nlayout: archive_speaker\nname: Ada Beispiel\nbio: Sailor\nimage: /a.jpg\ntalk_title: Knots of the north\ntalk_description: They hold.\n---\n',
    },
    talks: ['Knots of the north | Ada Beispiel | Oarconf 2024 | –'],
  },
  {
    kind: 'a name that is a link to their page (a)',
    files: {
      'oarconf-2017/knots.md':
        '## Knots and what holds them\n\n[Zeb Zibeispiel](http://www.harbour.example/~zibeispiel/)\n4/27/2017\n\nThey hold.\n',
      'oarconf-2017/sails.md': '# Sails\n\n[The Sails](http://sails.example/the-sails)\n\nThey pull.\n',
    },
    talks: [
      'Knots and what holds them | Zeb Zibeispiel | Oarconf 2017 | 2017-04-27',
      'Sails | – | Oarconf 2017 | –',
    ],
  },
  {
    kind: '`##Title##` without blanks, and closed (a)',
    files: { 'n.md': '#OarConf 2014\n###Knots##\nAda Beispiel\n- hold\n###Hitches##\nBo Sample\n- slip\n' },
    talks: ['Knots | Ada Beispiel | OarConf 2014 | –', 'Hitches | Bo Sample | OarConf 2014 | –'],
  },
  {
    kind: 'days that say which, below the event (a)',
    files: {
      'oarconf.md':
        '# OarConf\n\n## Day One: Monday 5 October 2020\n\n### Growing oars\n\n- wood\n\n## Day Two: Tuesday 6 October 2020\n\n### Boats in a shed\n\n- paint\n',
    },
    talks: ['Growing oars | – | OarConf | 2020-10-05', 'Boats in a shed | – | OarConf | 2020-10-06'],
  },
  {
    kind: 'days that hold nothing, above what follows (a)',
    files: {
      'n.md':
        '#OarConf 2015\n##Sat 7 March\n\n#Ada Beispiel\n##Knots\n\n- hold\n\n##Sun 8 March\n\n#Bo Sample\n##Hitches\n\nslip\n',
    },
    talks: [
      'Knots | Ada Beispiel | OarConf 2015 | 2015-03-07',
      'Hitches | Bo Sample | OarConf 2015 | 2015-03-08',
    ],
  },
  {
    kind: 'a calendar whose descriptions are HTML (a)',
    files: {
      's.ics':
        'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nX-WR-CALNAME:OarConf 2025\r\nX-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT\r\nDTSTAMP:20250101T000000Z\r\nUID:a\r\nDTSTART:20250301T230000Z\r\nDTEND:20250301T233000Z\r\nSUMMARY:Knots\r\nDESCRIPTION:<p>They hold.</p><p>Speakers: Ada Beispiel\\, Bo Sample</p>\r\nLOCATION:Quay\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    },
    talks: ['Knots | Ada Beispiel, Bo Sample | OarConf 2025 | 2025-03-02 00:00 00:30 Quay'],
  },
  {
    kind: 'a number, a title and a name as the name of a file (a)',
    files: { 'OarConf - 2022/03 - Ropes in winter - Bo Sample.md': '1. freeze\n2. salt helps\n' },
    talks: ['Ropes in winter | Bo Sample | OarConf - 2022 | –'],
  },
  {
    kind: 'a folder a day (a)',
    files: {
      'oar-meetup/2024-06-09/knots.md': '# Knots\n\nAda Beispiel\n\n- hold\n',
      'oar-meetup/2024-07-14/hitches.md': '# Hitches\n\nBo Sample\n\n- slip\n',
    },
    talks: [
      'Knots | Ada Beispiel | Oar Meetup | 2024-06-09',
      'Hitches | Bo Sample | Oar Meetup | 2024-07-14',
    ],
  },
  {
    kind: 'a comma before `by` (a)',
    files: {
      'oar-days-2024.md':
        '# Oar Days 2024\n\n## Morning\n\n#### Knots, by Ada Beispiel\n- hold\n\n## Afternoon\n\n#### Hitches, by Bo Sample\n- slip\n\n## Morning\n\n#### Bends\n- bend\n',
    },
    talks: [
      'Knots | Ada Beispiel | Oar Days 2024 | –',
      'Hitches | Bo Sample | Oar Days 2024 | –',
      'Bends | – | Oar Days 2024 | –',
    ],
  },
  {
    kind: '`w/` as a heading (a)',
    files: {
      'oar-days-2024/k.md':
        '## Knots\n\n#### w/ Ada Beispiel & Bo Sample\n\n### Problem\n- rope\n\n### Solution\n- hold\n\n### Questions\n- many\n',
    },
    talks: ['Knots | Ada Beispiel, Bo Sample | Oar Days 2024 | –'],
  },
  {
    kind: 'a day behind who speaks (a)',
    files: {
      'oar-days-2024/k.md':
        '# Knots: a study\n_Ada Beispiel (@ada), Rope Works — 9 June 2024_\n\n# Problem\n- rope\n\n# Solution\n- hold\n',
      'oar-days-2024/h.md': '# Hitches\n\n- slip\n',
    },
    talks: [
      'Knots: a study | Ada Beispiel (@ada) | Oar Days 2024 | 2024-06-09',
      'Hitches | – | Oar Days 2024 | –',
    ],
  },
  {
    kind: 'trainers (a)',
    files: {
      'oarconf-2023/main-track/first.md': '# Walls\n\nAda Beispiel - Rope Works\n\n- a\n',
      'oarconf-2023/workshops/second.md': '# Floors\n\n**Trainer:** Bo Sample\n\n- b\n',
    },
    talks: ['Walls | Ada Beispiel | Oarconf 2023 | –', 'Floors | Bo Sample | Oarconf 2023 | –'],
  },
  {
    kind: 'a column a person (a)',
    files: {
      'oar-days-2024.csv':
        'Session Title,Presenter 1,Presenter 2,Session Date,Start Time,End Time,Location,Description\n"Knots, and more",Ada Beispiel,Bo Sample,06/29/2024,9:00 AM,9:45 AM,Quay,"They hold.\nFast."\nRegistration,,,06/29/2024,8:00 AM,9:00 AM,Hall,\n',
    },
    talks: ['Knots, and more | Ada Beispiel, Bo Sample | Oar days 2024 | 2024-06-29 09:00 09:45 Quay'],
  },
  {
    kind: 'indico without what its API puts around (a)',
    files: {
      'event.json':
        '{"results":[{"_type":"Conference","id":"9","title":"OarConf 2025","startDate":{"date":"2025-03-01","tz":"Asia/Tokyo","time":"09:00:00"},"contributions":[{"_type":"Contribution","id":"1","title":"Knots","startDate":{"date":"2025-03-01","tz":"Asia/Tokyo","time":"10:00:00"},"endDate":{"date":"2025-03-01","tz":"Asia/Tokyo","time":"10:20:00"},"duration":20,"roomFullname":"","room":"Quay","speakers":[{"fullName":"Beispiel, Ada"}],"description":"Hold."}]}]}',
    },
    talks: ['Knots | Ada Beispiel | OarConf 2025 | 2025-03-01 10:00 10:20 Quay'],
  },
  {
    kind: 'a talk as a mapping (a)',
    files: {
      'oarconf-2023/k.md':
        '---\ntalk:\n  title: Knots\n  speaker: Ada Beispiel\n  date: 2023-05-03\n---\n\nHold.\n',
      'oarconf-2023/h.md': '# Hitches\n\n---\nspeaker: Bo Sample\n---\n\nSlip.\n',
    },
    talks: ['Knots | Ada Beispiel | Oarconf 2023 | 2023-05-03', 'Hitches | Bo Sample | Oarconf 2023 | –'],
  },
  {
    kind: 'a site that says what it is called, and meetings a folder each (a)',
    files: {
      'mkdocs.yml': 'site_name: Oar Meetup\ndocs_dir: content\n',
      'content/events/2024-06-09_014/1/index.md':
        '---\ntitle: Knots\n---\n\n## Abstract\n\nThey hold.\n\n## About me\n\nI row.\n',
      'content/events/2024-06-09_014/2/index.md':
        '---\ntitle: Hitches\n---\n\n## Abstract\n\nThey slip.\n\n## About me\n\nI sail.\n',
    },
    talks: ['Knots | – | Oar Meetup 2024 | 2024-06-09', 'Hitches | – | Oar Meetup 2024 | 2024-06-09'],
  },
  {
    kind: 'posts of a site that says what it is called (a)',
    files: {
      '_config.yml': 'title: "Oar Users" # of the bay\n',
      '_posts/2024-06-09-meeting.md':
        '---\ntitle: "MEETING: June 2024"\nauthor: The Oar organizers\n---\n\nBring rope.\n\n__Presenter__: Ada Beispiel, Boat Works\n',
    },
    talks: ['MEETING: June 2024 | Ada Beispiel | Oar Users | 2024-06-09'],
  },
  {
    kind: 'an introduction that says what its folder is called (a)',
    files: {
      '2020/harbour/README.md': '# OarConf Harbour 2020\n\nHeld at the quay.\n',
      '2020/harbour/knots/README.md': '# Knots\n\n*By Ada Beispiel*\n\nThey hold.\n',
      '2020/harbour/hitches/README.md': '# Hitches\n\n*By Ben Exemplar*\n\nThey slip.\n',
    },
    talks: [
      'Hitches | Ben Exemplar | OarConf Harbour 2020 | –',
      'Knots | Ada Beispiel | OarConf Harbour 2020 | –',
    ],
  },
  {
    kind: 'a title block of Pandoc (a)',
    files: {
      'oar-days-2014/knots.md':
        '% Knots that hold\n% Ada Beispiel <ada@boat.example>\n% Oar meetup - June 9th, 2014\n\nGoal\n====\n\nHold.\n\nMeans\n=====\n\nRope.\n',
    },
    talks: ['Knots that hold | Ada Beispiel | Oar Days 2014 | 2014-06-09'],
  },
  {
    kind: 'slides that a program makes, signed below the title (a)',
    files: {
      'oar-days-2024/knots.md':
        '---\nmarp: true\n---\n<!-- _class: boat -->\n\n# Knots\nThat hold\n\n##### 2024-06-09 by Ada Beispiel\n\n---\n\n# What is rope?\n\n- twisted\n\n---\n\n# Thanks\n',
    },
    talks: ['Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09'],
  },
  {
    kind: 'headings that begin with a day (a)',
    files: {
      'oar-club.md':
        '# Oar Club meetup\n\n## 2024-06-09 Knots\n\nThey hold.\n\n## 2024-07-14: Hitches by Ben Exemplar\n\nThey slip.\n',
    },
    talks: [
      'Knots | – | Oar Club meetup | 2024-06-09',
      'Hitches | Ben Exemplar | Oar Club meetup | 2024-07-14',
    ],
  },
  {
    kind: 'years that hold talks (a)',
    files: {
      'talks.md':
        '# 2024\n\n## Knots\n\nThey hold.\n\n## Sails\n\nThey pull.\n\n# 2023\n\n## Hitches\n\nThey slip.\n',
    },
    talks: ['Hitches | – | * | –', 'Knots | – | * | –', 'Sails | – | * | –'],
  },
  {
    kind: 'a list that says when, who and what (a)',
    files: {
      'meetings.md':
        '# Oar Club meetup\n\n* 2024-06-09 - [Ada Beispiel](https://github.com/ada) - Knots that hold\n  ([slides](https://slides.example/k))\n* 2024-07-14: Ben Exemplar - Hitches that slip ([video](https://youtu.be/h), slides to come)\n* 2024-08-11  **Sails**\n* 2024-09-08 - open slot\n* [2024-10-13](2024-10-13)  **Anchors that drag**\n* 2024-11-10 - Speaker: Bo Sample, Topic: Oars of old\n',
    },
    talks: [
      'Knots that hold | Ada Beispiel | Oar Club meetup | 2024-06-09',
      'Hitches that slip | Ben Exemplar | Oar Club meetup | 2024-07-14',
      'Sails | – | Oar Club meetup | 2024-08-11',
      'Anchors that drag | – | Oar Club meetup | 2024-10-13',
      'Oars of old | Bo Sample | Oar Club meetup | 2024-11-10',
    ],
  },
  {
    kind: 'talks that a line announces (a)',
    files: {
      'oarconf-2020.md':
        '# OarConf 2020\n\nIt was held online.\n\nWe gave the following talks:\n\n* Knots that hold all night - Ada Beispiel\n* [Hitches and how they slip](https://youtu.be/h) - Ben Exemplar\n* Not all "ropes" are made the same - Dasith Wijesekera\n',
    },
    talks: [
      'Knots that hold all night | Ada Beispiel | OarConf 2020 | –',
      'Hitches and how they slip | Ben Exemplar | OarConf 2020 | –',
      'Not all "ropes" are made the same | Dasith Wijesekera | OarConf 2020 | –',
      'OarConf 2020 | – | OarConf 2020 | –',
    ],
  },
  {
    kind: 'talks that were attended, among other notes (a)',
    files: {
      'oarconf-2023.md':
        '# OarConf 2023 notes\n\n## To read later\n\n* ropes\n\n## Talks attended\n\n### Knots by Ada Beispiel\n\nThey hold.\n\n### Hitches by Ben Exemplar\n\nThey slip.\n',
    },
    talks: ['Knots | Ada Beispiel | OarConf 2023 | –', 'Hitches | Ben Exemplar | OarConf 2023 | –'],
  },
  {
    kind: 'a title, and a heading of the same level with who speaks (a)',
    files: {
      'oarconf-2019/day1/knots.md':
        '### Knots at the DoD\n### Nocolas Beispiel - Department of Rope\n\nThey hold.\n',
      'oarconf-2019/day1/hitches.md': '# Hitches\n\n**Ada Beispiel** gave an introduction to hitches.\n',
    },
    talks: [
      'Knots at the DoD | Nocolas Beispiel | Oarconf 2019 | –',
      'Hitches | Ada Beispiel | Oarconf 2019 | –',
    ],
  },
  {
    kind: 'folders that name who speaks in brackets (a)',
    files: {
      'Oar Club/2019/2019-06-09 [Ada Beispiel] Knots/Readme.md': '# English\n\nShe tied them.\n',
      'Oar Club/2019/2019-07-14 [Ben Exemplar, Bo Sample] Hitches/Readme.md':
        '# English\n\nThey tied them.\n',
    },
    talks: [
      'Knots | Ada Beispiel | Oar Club 2019 | 2019-06-09',
      'Hitches | Ben Exemplar, Bo Sample | Oar Club 2019 | 2019-07-14',
    ],
  },
  {
    kind: 'abstracts a folder each (a)',
    files: {
      'knots/abstract.md': '# Knots that hold\n\nIn this talk they do.\n',
      'hitches/abstract.md': '# Hitches that slip\n\nIn this talk they do.\n',
      'sails/long_abstract.md': '# Sails that pull\n\nIn this talk they do.\n',
    },
    talks: ['Knots that hold | – | * | –', 'Hitches that slip | – | * | –', 'Sails that pull | – | * | –'],
  },
  {
    kind: 'a month in place of an event (a)',
    files: {
      '_config.yml': 'title: Oar Club\n',
      '_posts/2024-06-09-knots.md':
        '---\ntitle: Knots that hold\nauthor: Ada Beispiel\nmeetup: June 2024\n---\n\nThey do.\n',
    },
    talks: ['Knots that hold | Ada Beispiel | Oar Club | 2024-06-09'],
  },
  {
    kind: 'a name below a title that may begin with one (a)',
    files: {
      'oarconf-2023.md':
        '# OarConf 2023\n\n### Avoiding Storms: Practical Rope Handling\nAda Beispiel\n\n---\n\n### Knots for Boats\nBo Sample - Rope Works\n\n- hold\n\n### Hitches and Bends\nBen Exemplar\n\n- slip\n',
    },
    talks: [
      'Avoiding Storms: Practical Rope Handling | Ada Beispiel | OarConf 2023 | –',
      'Hitches and Bends | Ben Exemplar | OarConf 2023 | –',
      'Knots for Boats | Bo Sample | OarConf 2023 | –',
    ],
  },
]
