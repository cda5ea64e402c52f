-- Maps divs and spans to the Word styles of templates/docx/reference.docx and to Word tables.
-- What depends on the data (field colours, sections, contents) is left as a style or a marker
-- paragraph for the finishing step.

local STYLES = {
  titel = "Title", untertitel = "Subtitle", stufe = "Stufe", angaben = "Angaben", leitsatz = "Leitsatz",
  meta = "Steckbrief Angaben", legende = "Legende", hinweis = "Hinweis", vorspann = "Vorspann",
  bildunterschrift = "Bildunterschrift", abbildung = "Abbildung",
}
local SPANS = { offen = "Offen", leise = "Leise", zahl = "Kennzahl" }
local NBSP, EM_SPACE = utf8.char(0xA0), utf8.char(0x2003)
local ALIGNED = { mitte = pandoc.AlignCenter, rechts = pandoc.AlignRight }
local PARTS = { zelle = true, zeile = true, kopfzeile = true, bandzeile = true, kennzahl = true, wert = true }
-- Widths of the text in mm: A4 upright and A3 across, as in the reference document.
local UPRIGHT, ACROSS = 168, 390
local ACROSS_TABLES = { liste = true, kofi = true }

-- What a div or span `nur` holds is for some formats only.
local function only(el)
  return el.attributes["in"]:find("docx", 1, true) and el.content or {}
end

local function styled(content, name, identifier)
  return pandoc.Span(content, pandoc.Attr(identifier or "", {}, { ["custom-style"] = name }))
end

-- Shading ends with the text, so a chip brings its own margin.
local function padded(content)
  local all = pandoc.List({ pandoc.Str(NBSP) })
  all:extend(content)
  all:insert(pandoc.Str(NBSP))
  return all
end

local function span(el)
  local name = el.classes[1]
  if name == "nur" then return only(el) end
  if name == "fett" then return pandoc.Strong(el.content) end
  if name == "kursiv" then return pandoc.Emph(el.content) end
  if name == "wort" then return el.content end
  if name == "fussnote" then return pandoc.Note({ pandoc.Para(el.content) }) end
  if name == "leuchtturm" then return styled(padded(el.content), "Leuchtturm", el.identifier) end
  if SPANS[name] then return styled(el.content, SPANS[name], el.identifier) end
  if name == "nummer" or name == "feldnummer" or name == "kopfnummer" then return styled(el.content, "Nummer " .. el.attributes.feld, el.identifier) end
  if name == "marke" then
    local kind = el.attributes.rolle == "weiteres" and "Marke weitere " or "Marke "
    -- Chips in a row keep a distance.
    return { styled(padded(el.content), kind .. el.attributes.feld, el.identifier), pandoc.Str(EM_SPACE) }
  end
end

-- "9mm 1fr 2fr": lengths first, the rest of the line is shared out.
local function widths(el)
  local total = ACROSS_TABLES[el.attributes.art] and ACROSS or UPRIGHT
  local fixed, shares, parts = 0, 0, {}
  local sides = (el.attributes.ausrichtung or ""):gmatch("%a+")
  for value, unit in el.attributes.spalten:gmatch("([%d.]+)(%a+)") do
    parts[#parts + 1] = { tonumber(value), unit }
    if unit == "fr" then shares = shares + value else fixed = fixed + value end
  end
  local result = {}
  for index, part in ipairs(parts) do
    local width = part[2] == "fr" and (total - fixed) * part[1] / shares or part[1]
    local alignment = ALIGNED[sides()] or pandoc.AlignDefault
    if el.attributes.art == "matrix" and index > 2 then alignment = pandoc.AlignCenter end
    if (el.attributes.art == "zahlen" or el.attributes.art == "kofi") and index > 2 then alignment = pandoc.AlignRight end
    result[index] = { alignment, width / total }
  end
  return result
end

local function row(el)
  return pandoc.Row(el.content:map(function(cell) return pandoc.Cell(cell.content) end))
end

local function tabular(el)
  local head, body = {}, {}
  for _, line in ipairs(el.content) do
    -- The bands of the fields are for the eye; merged cells would stand in the way of who listens.
    if line.classes[1] ~= "bandzeile" then
      table.insert(line.classes[1] == "kopfzeile" and head or body, row(line))
    end
  end
  return pandoc.Table({ long = {} }, widths(el), pandoc.TableHead(head),
    { { attr = pandoc.Attr(), body = body, head = {}, row_head_columns = 0 } }, pandoc.TableFoot())
end

-- A paragraph that the finishing step replaces: a section's end, or the table of contents.
local function marker(name)
  return pandoc.Div({ pandoc.Para({ pandoc.Str(name) }) }, pandoc.Attr("", {}, { ["custom-style"] = "Abschnitt" }))
end

local function chart(el)
  local image = pandoc.Image(pandoc.utils.blocks_to_inlines(el.content), "diagramme/" .. el.attributes.name .. ".png")
  image.attributes.width = UPRIGHT .. "mm"
  return pandoc.Div({ pandoc.Para({ image }) }, pandoc.Attr("", {}, { ["custom-style"] = "Abbildung" }))
end

local function figures(el)
  local lines = pandoc.List()
  for _, figure in ipairs(el.content) do
    local words = figure.content[1].content
    if words[2] and words[2].t == "Space" then words[2] = pandoc.RawInline("openxml", "<w:r><w:tab/></w:r>") end
    lines:insert(pandoc.Div(figure.content, pandoc.Attr("", {}, { ["custom-style"] = "Kennzahlen" })))
  end
  return lines
end

-- The bookmark of a row names the measure and the key: M-001/akteure.beteiligte, in the signs
-- that Word allows. It lies on the label, which nobody edits.
local function bookmark(key)
  return (key:gsub("[/.]", "__"):gsub("-", "_"))
end

-- A label that a short form sets above a value, and its line end.
local function unlabelled(el)
  local first = el.content[1]
  local head = first and first.content and first.content[1]
  if head and head.t == "Strong" and pandoc.utils.stringify(head):gsub(":$", "") == el.attributes.titel then
    first.content:remove(1)
    while first.content[1] and (first.content[1].t == "LineBreak" or first.content[1].t == "SoftBreak") do first.content:remove(1) end
    if #first.content == 0 then el.content:remove(1) end
  end
  return el
end

local function is_quiet(block)
  local only_one = (block.t == "Para" or block.t == "Plain") and #block.content == 1 and block.content[1]
  return only_one and only_one.t == "Span" and only_one.attributes["custom-style"] == SPANS.leise
end

-- What a sheet holds, in order: its heading, the line below it, rows, pictures, what follows.
local function sorted(blocks)
  local parts = { head = pandoc.List(), facts = pandoc.List(), rows = pandoc.List(), pictures = pandoc.List(), after = pandoc.List() }
  local label, open
  for _, block in ipairs(blocks) do
    local name = block.t == "Div" and block.classes[1]
    if block.t == "Header" and block.level < 4 then parts.head:insert(block)
    elseif name == "meta" then parts.facts:extend(block.content)
    elseif block.t == "Header" then label, open = block.content, nil
    elseif name == "wert" then
      unlabelled(block)
      parts.rows:insert({ { pandoc.Str(block.attributes.titel) }, block.content, bookmark(block.attributes.schluessel) })
      label, open = {}, nil
    elseif name == "teil" then parts.after:extend(block.content)
    elseif name == "abbildung" or name == "bildunterschrift" then parts.pictures:insert(block)
    elseif is_quiet(block) then parts.after:insert(block)
    else
      if not open then
        open = pandoc.List()
        parts.rows:insert({ label or {}, open })
      end
      open:insert(block)
    end
  end
  return parts
end

local LABELS = 38

-- A sheet is a table of two columns: what is meant, and what is known; pictures stand last.
local function sheet(el)
  local feld = el.attributes.feld
  local parts = sorted(el.content)
  if #parts.pictures > 0 then parts.rows:insert({ { pandoc.Str("Bilder") }, parts.pictures }) end
  local function cells(label, blocks, name)
    local words = #label > 0 and { pandoc.Plain({ styled(label, "Nummer " .. feld, name) }) } or {}
    return pandoc.Row({ pandoc.Cell(words), pandoc.Cell(blocks) })
  end
  local body = parts.rows:map(function(each) return cells(each[1], each[2], each[3]) end)
  -- The heading row returns on every page and says whose rows these are.
  local number = parts.head[1] and parts.head[1].content[1]
  local head = pandoc.TableHead({ cells(number and pandoc.List({ pandoc.Str(pandoc.utils.stringify(number)) }) or {}, parts.facts) })
  local columns = { { pandoc.AlignDefault, LABELS / UPRIGHT }, { pandoc.AlignDefault, 1 - LABELS / UPRIGHT } }
  local made = pandoc.Table({ long = {} }, columns, head,
    { { attr = pandoc.Attr(), body = body, head = {}, row_head_columns = 1 } }, pandoc.TableFoot())
  made.attr = pandoc.Attr("", {}, { ["custom-style"] = "Steckbrief " .. feld })
  local all = parts.head
  all:insert(made)
  all:extend(parts.after)
  return all
end

-- Styles of a div do not reach the items of a list in it.
local function charter(el)
  local function item(blocks)
    local lines = pandoc.Blocks(blocks):map(function(block) return pandoc.Para(block.content) end)
    return { pandoc.Div(lines, pandoc.Attr("", {}, { ["custom-style"] = "Charta" })) }
  end
  return el.content:map(function(block)
    if block.t == "OrderedList" then block.content = block.content:map(item) end
    return block
  end)
end

-- A heading that contents leave out.
local function quiet(block)
  if block.t ~= "Header" then return block end
  return pandoc.Div({ pandoc.Para(block.content) }, pandoc.Attr("", {}, { ["custom-style"] = "Zwischentitel " .. block.level }))
end

local function div(el)
  local name = el.classes[1]
  if name == "nur" then return only(el) end
  if PARTS[name] then return nil end
  -- Short forms that share the last page of a sheet in print follow it here.
  if name == "teil" and el.attributes.ort == "anschluss" then return nil end
  if name == "steckbrief" or name == "kurzform" then return sheet(el) end
  if name == "tabelle" then return tabular(el) end
  if name == "diagramm" then return chart(el) end
  if name == "kennzahlen" then return figures(el) end
  if name == "feldkarte" then
    el.attributes["custom-style"] = "Feldkarte " .. el.attributes.feld
    return el
  end
  if name == "charta" then return charter(el) end
  if name == "logos" or name == "titelbild" then
    el.attributes["custom-style"] = name == "logos" and "Logo" or "Titelbild"
    return el
  end
  if name == "inhaltsverzeichnis" then return marker("inhalt") end
  if name == "quer" or name == "kofiseite" then
    local all = pandoc.List({ marker("hoch") })
    all:extend(el.content)
    all:insert(marker("quer"))
    return all
  end
  if name == "still" then return el.content:map(quiet) end
  if STYLES[name] then
    el.attributes["custom-style"] = STYLES[name]
    return el
  end
  return el.content
end

-- Word shows no drawings without a picture beside them; the program has made one.
local function picture(el)
  el.src = el.src:gsub("%.[sS][vV][gG]$", "%0.png")
  if el.attributes.dekorativ == "ja" then el.caption = {} end
  if not el.attributes.width then el.attributes.width = "100%" end
  return el
end

-- Styles of a div do not reach the items of a list in it.
local function quoted(blocks)
  local all = pandoc.List()
  for _, block in ipairs(blocks) do
    if block.t == "BulletList" or block.t == "OrderedList" then
      block.content = block.content:map(quoted)
      all:insert(block)
    elseif block.t == "Para" or block.t == "Plain" then
      all:insert(pandoc.Div({ pandoc.Para(block.content) }, pandoc.Attr("", {}, { ["custom-style"] = "Zitat" })))
    else
      all:insert(block)
    end
  end
  return all
end

local function quotation(el)
  return pandoc.Div(quoted(el.content))
end

return { { Span = span, Image = picture, Div = div, BlockQuote = quotation } }
