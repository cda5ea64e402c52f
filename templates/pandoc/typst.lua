-- Maps divs and spans to the Typst functions of the same name in templates/typst/.
-- `::: {.kopf feld="HF1"}` becomes `#kopf(feld: "HF1")[…]`; a table's cells become its arguments.

local ARGUMENTS = {
  steckbrief = true, kurzform = true, kennzahlen = true, feldkarten = true, leuchttuerme = true, foerderung = true,
  ziel = true, rubrik = true, massnahmenzeilen = true,
}
local PARTS = {
  kopf = true, faktum = true, teil = true,
  feldkarte = true, leuchtturmkarte = true, foerderstand = true, zelle = true, zeile = true, kopfzeile = true,
  bandzeile = true, haupt = true, seite = true, kennzahl = true, knoten = true, pillen = true, rubriktitel = true,
  rubrikinhalt = true, massnahmenzeile = true,
}

local function raw(text) return pandoc.RawBlock("typst", text) end

local function quote(text)
  return '"' .. text:gsub('[\\"]', "\\%0") .. '"'
end

local function named(el)
  local list = {}
  for key, value in pairs(el.attributes) do list[#list + 1] = key:gsub("_", "-") .. ": " .. quote(value) end
  table.sort(list)
  return list
end

local function label(el)
  return el.identifier ~= "" and ("#metadata(none) <" .. el.identifier .. ">") or ""
end

-- A word that may be wider than some column: one that is long, or that no rule of the language divides.
-- Typst looks at each of them, so that it need not look at all words.
local LONG, LONGEST_WORD = 8, 20
local ORDINARY = "^%p*[%u\128-\255]?[%l\128-\255]*%p*$"
local function long(word)
  for piece in word:gmatch("[^-/]+") do
    local letters = utf8.len(piece) or #piece
    if letters >= LONG and (letters > LONGEST_WORD or not piece:find(ORDINARY)) then return true end
  end
  return false
end

local flatten

-- Adds raw text, what a div holds, raw text: no div is looked at twice.
local function enclosed(all, before, blocks, after)
  all:insert(raw(before .. "["))
  flatten(blocks, all)
  all:insert(raw("]" .. after))
end

local function has_long(blocks)
  for word in pandoc.utils.stringify(blocks):gmatch("%S+") do
    if long(word) then return true end
  end
end

local function cells(all, row)
  for _, cell in ipairs(row.content) do
    if has_long(cell.content) then cell.attributes.lang = "ja" end
    enclosed(all, "zelle(" .. table.concat(named(cell), ", ") .. ")", cell.content, ",")
  end
end

-- A table is set by `tabelle`, or by the function that draws beside its words.
local function tabular(all, el)
  local name = el.attributes.zeichnung or "tabelle"
  el.attributes.zeichnung = nil
  all:insert(raw("#" .. name .. "(" .. table.concat(named(el), ", ") .. ","))
  for _, row in ipairs(el.content) do
    local kind = row.classes[1]
    if kind == "bandzeile" then
      enclosed(all, "bandzeile(" .. table.concat(named(row), ", ") .. ")", row.content, ",")
    else
      if kind == "kopfzeile" then all:insert(raw("kopf: (")) end
      cells(all, row)
      if kind == "kopfzeile" then all:insert(raw("),")) end
    end
  end
  all:insert(raw(")"))
end

-- What a div or span `nur` holds is for some formats only.
local function only(el)
  return el.attributes["in"]:find("pdf", 1, true) and el.content or {}
end

-- The parts of a div, those too that are for some formats only.
local function parts(el)
  local all = pandoc.List()
  for _, child in ipairs(el.content) do
    if child.classes[1] == "nur" then all:extend(only(child)) else all:insert(child) end
  end
  return all
end

local function arguments(all, name, el)
  local list = named(el)
  all:insert(raw("#" .. name .. "(" .. table.concat(list, ", ") .. (#list > 0 and "," or "")))
  for _, child in ipairs(parts(el)) do
    local with = named(child)
    local call = #with > 0 and (child.classes[1] .. "(" .. table.concat(with, ", ") .. ")") or ""
    enclosed(all, call, child.content, ",")
  end
  all:insert(raw(")"))
end

local function div(all, el)
  local name = el.classes[1]
  if name == "nur" then return flatten(only(el), all) end
  if name == "wert" then return flatten(el.content, all) end
  if name == nil or PARTS[name] then
    el.content = flatten(el.content, pandoc.List())
    return all:insert(el)
  end
  if name == "tabelle" then return tabular(all, el) end
  if ARGUMENTS[name] then return arguments(all, name, el) end
  enclosed(all, label(el) .. "#" .. name .. "(" .. table.concat(named(el), ", ") .. ")", el.content, "")
end

-- A list that begins at 3 hands its start on to the lists in it: pandoc's writer says no start of 1.
local function own_starts(blocks)
  local all = pandoc.List()
  for _, block in ipairs(blocks) do
    if block.t == "OrderedList" and block.start == 1 then all:insert(raw("#set enum(start: 1)")) end
    all:insert(block)
  end
  return all
end

-- Tables of a text may stand in lists and quotations.
local function inner(block)
  if block.t == "OrderedList" and block.start ~= 1 then
    block.content = block.content:map(function(item)
      return pandoc.Div(item):walk({ Blocks = own_starts }).content
    end)
  end
  if block.t == "BlockQuote" then block.content = flatten(block.content, pandoc.List()) end
  if block.t == "BulletList" or block.t == "OrderedList" then
    block.content = block.content:map(function(item) return flatten(item, pandoc.List()) end)
  end
  return block
end

function flatten(blocks, all)
  for _, block in ipairs(blocks) do
    if block.t == "Div" then div(all, block) else all:insert(inner(block)) end
  end
  return all
end

local function whole(doc)
  doc.blocks = flatten(doc.blocks, pandoc.List())
  return doc
end

local function span(el)
  local name = el.classes[1]
  if name == "nur" then return only(el) end
  if name == "wort" then return el.content end
  local inlines = pandoc.List()
  if el.identifier ~= "" then inlines:insert(pandoc.RawInline("typst", label(el))) end
  if name then inlines:insert(pandoc.RawInline("typst", "#" .. name .. "(" .. table.concat(named(el), ", ") .. ")[")) end
  inlines:extend(el.content)
  if name then inlines:insert(pandoc.RawInline("typst", "];")) end
  return inlines
end

-- pandoc's writer drops the alternative text of images; Typst opens files, not addresses.
local function picture(el)
  local path = el.src:gsub("%%(%x%x)", function(code) return string.char(tonumber(code, 16)) end)
  local list = { "pfad: " .. quote(path), "alt: " .. quote(pandoc.utils.stringify(el.caption)) }
  for key, value in pairs(el.attributes) do list[#list + 1] = key .. ": " .. quote(value) end
  table.sort(list)
  return pandoc.RawInline("typst", "#bild(" .. table.concat(list, ", ") .. ");")
end

-- Typst refuses longer addresses; Word, Excel and the browsers cut them long before.
local LONGEST = 8000
local function link(el)
  if #el.target > LONGEST then return el.content end
end

-- Text is text wherever it stands: with every mark escaped no word can begin a list or a heading,
-- be read as a call or a method of what stands before it, or be changed into another character.
-- pandoc's writer escapes what its own rules call special, and only at the beginning of a paragraph.
local function text(el)
  if long(el.text) then return pandoc.RawInline("typst", "#langwort(" .. quote(el.text) .. ");") end
  if el.text:find("%p") then return pandoc.RawInline("typst", (el.text:gsub("%p", "\\%0"))) end
end

return { { Span = span, Image = picture, Link = link, Pandoc = whole }, { Str = text } }
