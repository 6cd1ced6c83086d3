// The rival that makes decks on Node.js: PptxGenJS, warm from deck to deck.
//
// Every line of the input asks for one deck, and is answered by a line with the CPU milliseconds
// (user and system, all threads) that making it took. A deck is written to a file only where the
// request names one, and that does not count. The program ends when its input does.

import { writeFileSync } from "node:fs"
import { createInterface } from "node:readline"
import PptxGenJS from "pptxgenjs"

const POINTS = 72 // PptxGenJS places in inches

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  const before = process.cpuUsage()
  const deck = await made(request)
  const { user, system } = process.cpuUsage(before)
  if (request.output !== null) writeFileSync(request.output, deck)
  process.stdout.write(`${JSON.stringify({ milliseconds: (user + system) / 1000 })}\n`)
}

async function made({ deck, deflated }) {
  const presentation = new PptxGenJS()
  const [width, height] = deck.screen.map((points) => points / POINTS)
  presentation.defineLayout({ name: "SCREEN", width, height })
  presentation.layout = "SCREEN"
  presentation.title = deck.title
  defineMasters(presentation, deck)
  deck.slides.forEach((slide, number) => addSlide(presentation, slide, number > 0, deck.family))
  // In Node.js, `write` and `writeFile` always store what they pack; `stream` alone can deflate it.
  return deflated
    ? presentation.stream({ compression: true })
    : presentation.write({ outputType: "nodebuffer" })
}

function defineMasters(presentation, { places, footer, family }) {
  const foot = { text: footer, options: { ...box(places.foot), fontSize: 12, fontFace: family } }
  presentation.defineSlideMaster({ title: "COVER", objects: placeholders(places.cover) })
  presentation.defineSlideMaster({
    title: "REGION",
    objects: [...placeholders(places.region), { text: foot }],
  })
}

function placeholders({ title, body }) {
  return [
    { placeholder: { options: { name: "title", type: "title", ...box(title) }, text: "" } },
    { placeholder: { options: { name: "body", type: "body", ...box(body) }, text: "" } },
  ]
}

function box(points) {
  const [x, y, w, h] = points.map((one) => one / POINTS)
  return { x, y, w, h }
}

function addSlide(presentation, { title, texts, notes }, bullet, fontFace) {
  const slide = presentation.addSlide({ masterName: bullet ? "REGION" : "COVER" })
  slide.addText(title.text, {
    placeholder: "title",
    fontSize: title.size,
    lineSpacing: title.leading,
    fontFace,
  })
  const set = { fontSize: texts.size, lineSpacing: texts.leading, fontFace, bullet }
  slide.addText(
    texts.texts.map((text) => ({ text, options: { ...set, breakLine: true } })),
    { placeholder: "body" },
  )
  slide.addNotes(notes)
}
