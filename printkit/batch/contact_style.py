"""How the contact sheet looks: in light and dark, on narrow screens and enlarged, and printed."""

STYLE = """\
:root {
  color-scheme: light dark;
  --ground: #fff; --ink: #1a1a1a; --soft: #4d5358; --line: #b9c0c4; --link: #0b4f6c;
  --bad: #a3001b; --care: #7a4b00; --card: #f4f6f7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181a; --ink: #eceff1; --soft: #b4bcc1; --line: #4a5459; --link: #8fd0ea;
    --bad: #ff9b9b; --care: #f2c14e; --card: #1e2427;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem; max-width: 110rem;
  background: var(--ground); color: var(--ink);
  font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul { margin: 0 0 .5rem; }
h2 { margin-top: 2rem; border-bottom: 2px solid var(--line); }
h3 small { font-weight: normal; color: var(--soft); }
h4 { font-size: 1rem; font-weight: 600; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
ul { padding-left: 1.2rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .25rem 0; }
#telling { width: 1.5rem; height: 1.5rem; margin: 0 .5rem 1rem 0; vertical-align: middle; }
label { vertical-align: middle; line-height: 2.5; }
article {
  margin: 1rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card);
}
.files { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: flex-start; }
.file { flex: 1 1 18rem; min-width: 0; }
.file.insert, .file.insert-png { flex: 0 1 20rem; }
.pictures { display: flex; flex-wrap: wrap; gap: .5rem; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); background: #fff; }
.errors strong, .failed, .OLD { color: var(--bad); }
.warnings strong { color: var(--care); }
.none { display: none; }
#telling:checked ~ main .calm { display: none; }
#telling:checked ~ main .none { display: block; }
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --ink: #000; --soft: #333; --line: #999; --link: #000; --bad: #000;
    --care: #000; --card: #fff;
  }
  html { font-size: 9pt; }
  body { padding: 0; max-width: none; }
  nav, #telling, label { display: none; }
  h2, h3, h4, .errors, .warnings { break-after: avoid; }
  article { break-inside: avoid; }
  .file.insert, .file.insert-png { flex-basis: 55mm; }
  .pictures img { max-width: 38mm; }
  .insert .pictures img, .insert-png .pictures img { max-width: 55mm; }
}
"""
