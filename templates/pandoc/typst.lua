-- Maps divs and spans to the Typst functions of the same name in templates/typst/.
-- `::: {.kopf feld="HF1"}` becomes `#kopf(feld: "HF1")[…]`; a table's cells become its arguments.

local ARGUMENTS = { spalten = true, kennzahlen = true, feldkarten = true }
local PARTS = { feldkarte = true, zelle = true, zeile = true, kopfzeile = true, haupt = true, seite = true, kennzahl = true }

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

local function content(blocks, before, after)
  local all = pandoc.List({ raw(before .. "[") })
  all:extend(blocks)
  all:insert(raw("]" .. after))
  return all
end

local function cells(row)
  local all = pandoc.List()
  for _, cell in ipairs(row.content) do
    local arguments = table.concat(named(cell), ", ")
    all:extend(content(cell.content, "zelle(" .. arguments .. ")", ","))
  end
  return all
end

local function tabular(el)
  local all = pandoc.List({ raw("#tabelle(" .. table.concat(named(el), ", ") .. ",") })
  for _, row in ipairs(el.content) do
    if row.classes[1] == "kopfzeile" then
      all:insert(raw("kopf: ("))
      all:extend(cells(row))
      all:insert(raw("),"))
    else
      all:extend(cells(row))
    end
  end
  all:insert(raw(")"))
  return all
end

-- What a div or span `nur` holds is for some formats only.
local function only(el)
  return el.attributes["in"]:find("pdf", 1, true) and el.content or {}
end

local function div(el)
  local name = el.classes[1]
  if name == "nur" then return only(el) end
  if name == nil or PARTS[name] then return nil end
  if name == "tabelle" then return tabular(el) end
  local list = named(el)
  if ARGUMENTS[name] then
    local all = pandoc.List({ raw("#" .. name .. "(" .. table.concat(list, ", ") .. (#list > 0 and "," or "")) })
    for _, child in ipairs(el.content) do
      local with = named(child)
      local call = #with > 0 and (child.classes[1] .. "(" .. table.concat(with, ", ") .. ")") or ""
      all:extend(content(child.content, call, ","))
    end
    all:insert(raw(")"))
    return all
  end
  return content(el.content, label(el) .. "#" .. name .. "(" .. table.concat(list, ", ") .. ")", "")
end

local function span(el)
  local name = el.classes[1]
  if name == "nur" then return only(el) end
  if name == "wort" then return pandoc.RawInline("typst", "#" .. quote(pandoc.utils.stringify(el.content)) .. ";") end
  local inlines = pandoc.List()
  if el.identifier ~= "" then inlines:insert(pandoc.RawInline("typst", label(el))) end
  if name then inlines:insert(pandoc.RawInline("typst", "#" .. name .. "(" .. table.concat(named(el), ", ") .. ")[")) end
  inlines:extend(el.content)
  if name then inlines:insert(pandoc.RawInline("typst", "];")) end
  return inlines
end

-- pandoc's writer drops the alternative text of images.
local function picture(el)
  local list = { "pfad: " .. quote(el.src), "alt: " .. quote(pandoc.utils.stringify(el.caption)) }
  for key, value in pairs(el.attributes) do list[#list + 1] = key .. ": " .. quote(value) end
  table.sort(list)
  return pandoc.RawInline("typst", "#bild(" .. table.concat(list, ", ") .. ");")
end

return { { Span = span, Image = picture, Div = div } }
