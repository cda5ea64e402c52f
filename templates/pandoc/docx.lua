-- Maps divs and spans to the Word styles of templates/docx/reference.docx and to Word tables.

local STYLES = {
  titel = "Title", untertitel = "Subtitle", stufe = "Stufe", angaben = "Angaben", leitsatz = "Leitsatz",
  meta = "Steckbrief Angaben", inhalt = "Steckbrief", legende = "Legende", kennzahlen = "Kennzahlen",
  hinweis = "Hinweis", bildunterschrift = "Image Caption", charta = "Charta",
}
local PARTS = { zelle = true, zeile = true, kopfzeile = true }

local function only(el)
  if el.classes:includes("nur") then
    return el.attributes["in"]:find("docx", 1, true) and el.content or {}
  end
end

local function styled(content, name)
  return pandoc.Span(content, pandoc.Attr("", {}, { ["custom-style"] = name }))
end

local function span(el)
  local chosen = only(el)
  if chosen then return chosen end
  local name = el.classes[1]
  if name == "offen" then return styled(el.content, "Offen") end
  if name == "nummer" or name == "marke" then
    return styled(el.content, (name == "nummer" and "Nummer " or "Marke ") .. el.attributes.feld)
  end
  if name == "zahl" then return styled(el.content, "Kennzahl") end
  if name == "leise" then return styled(el.content, "Leise") end
end

local function widths(el)
  local parts, total = {}, 0
  for word in el.attributes.spalten:gmatch("%S+") do
    local value, unit = word:match("^([%d.]+)(%a+)$")
    local share = tonumber(value) * (unit == "fr" and tonumber(el.attributes.fr or "30") or 1)
    parts[#parts + 1] = share
    total = total + share
  end
  for index, share in ipairs(parts) do parts[index] = { pandoc.AlignLeft, share / total } end
  return parts
end

local function row(el)
  return pandoc.Row(el.content:map(function(cell) return pandoc.Cell(cell.content) end))
end

local function tabular(el)
  local head, body = {}, {}
  for _, line in ipairs(el.content) do
    table.insert(line.classes:includes("kopfzeile") and head or body, row(line))
  end
  return pandoc.Table({ long = {} }, widths(el), pandoc.TableHead(head),
    { { attr = pandoc.Attr(), body = body, head = {}, row_head_columns = 0 } }, pandoc.TableFoot())
end

-- A paragraph that the finishing step replaces by a section with the given orientation.
local function section(name)
  return pandoc.Div({ pandoc.Para({ pandoc.Str(name) }) }, pandoc.Attr("", {}, { ["custom-style"] = "Abschnitt" }))
end

local function chart(el)
  local image = pandoc.Image(pandoc.utils.blocks_to_inlines(el.content), "diagramme/" .. el.attributes.name .. ".png")
  image.attributes.width = "100%"
  return pandoc.Para({ image })
end

local function div(el)
  local chosen = only(el)
  if chosen then return chosen end
  local name = el.classes[1]
  if PARTS[name] then return nil end
  if name == "tabelle" then return tabular(el) end
  if name == "diagramm" then return chart(el) end
  if name == "quer" then
    local all = pandoc.List({ section("quer") })
    all:extend(el.content)
    all:insert(section("hoch"))
    return all
  end
  if STYLES[name] then
    el.attributes["custom-style"] = STYLES[name]
    return el
  end
  return el.content
end

return { { Span = span }, { Div = div } }
