/** What a course looks like, shown to whoever writes one and put into a new one. */
export const EXAMPLE = {
  lv: `# Lapas virsraksts

Lapas teksts ar **izcēlumiem**, sarakstiem un [saitēm](https://likumi.lv).

## ? Kura atbilde ir pareiza?
- [x] Šī
- [ ] Ne šī

> Skaidrojums, ko redz pēc kursa beigām.
`,
  en: `# Heading of the page

Text of the page with **emphasis**, lists and [links](https://likumi.lv).

## ? Which answer is right?
- [x] This one
- [ ] Not this one

> An explanation, seen when the course is finished.
`,
} as const;
