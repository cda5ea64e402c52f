-- Unwraps the carriers of layout, so that the delivered Markdown reads well on GitHub and GitLab.

-- GitHub's rule without the count of repeats: lower case, punctuation dropped, spaces to hyphens.
local function slug(text)
  local plain = pandoc.text.lower(text):gsub("[%c!\"#$%%&'()*+,./:;<=>?@%[\\%]^`{|}~]", "")
  for _, mark in ipairs({ "„", "“", "”", "‚", "‘", "’", "–", "—", "…", "·", "§", "€", "×", "→" }) do
    plain = plain:gsub(mark, "")
  end
  return (plain:gsub("\194\160", ""):gsub(" ", "-"))
end

-- What a div or span `nur` holds is for some formats only.
local function only(el)
  return el.attributes["in"]:find("md", 1, true) and el.content or {}
end

local function anchor(el, content)
  local all = pandoc.List(content)
  if el.identifier ~= "" then
    all:insert(1, pandoc.RawInline("html", '<a id="' .. el.identifier .. '"></a>'))
  end
  return all
end

-- pandoc writes &amp; and \' of a text as they stand, and readers would take them for & and '.
local ENTITIES = { ["&"] = "&amp;", ["\\"] = "&#92;" }
local function literal(el)
  local all, rest = pandoc.List(), pandoc.utils.stringify(el.content)
  for before, mark, after in function() return rest:match("^([^&\\]*)([&\\])(.*)$") end do
    all:extend({ pandoc.Str(before), pandoc.RawInline("html", ENTITIES[mark]) })
    rest = after
  end
  all:insert(pandoc.Str(rest))
  return all
end

-- Pieces are converted apart from each other; render/markdown.py numbers the notes of the whole.
local function note(content)
  local all = pandoc.List({ pandoc.RawInline("html", "<fussnote>") })
  all:extend(content)
  all:insert(pandoc.RawInline("html", "</fussnote>"))
  return all
end

local function span(el)
  local name = el.classes[1]
  if name == "nur" then return only(el) end
  if name == "offen" or name == "kursiv" then return pandoc.Emph(el.content) end
  if name == "nummer" or name == "kopfnummer" or name == "fett" then return pandoc.Strong(el.content) end
  if name == "wort" then return literal(el) end
  if name == "fussnote" then return note(el.content) end
  return anchor(el, el.content)
end

local ALIGNED = { mitte = pandoc.AlignCenter, rechts = pandoc.AlignRight }
local flatten

-- In a cell the items of a list are parts of one line.
local function cell(el)
  local all = pandoc.List()
  for _, block in ipairs(flatten(el.content, pandoc.List())) do
    if block.t == "BulletList" then
      for _, item in ipairs(block.content) do all:extend(item) end
    else
      all:insert(block)
    end
  end
  return pandoc.Cell({ pandoc.Plain(pandoc.utils.blocks_to_inlines(all, { pandoc.Str(";"), pandoc.Space() })) })
end

local function tabular(el)
  local head, body, width = {}, {}, 0
  for _, row in ipairs(el.content) do
    if row.classes[1] ~= "bandzeile" then
      local made = pandoc.Row(row.content:map(cell))
      width = math.max(width, #row.content)
      table.insert(row.classes[1] == "kopfzeile" and head or body, made)
    end
  end
  local specs = {}
  local sides = (el.attributes.ausrichtung or ""):gmatch("%a+")
  for _ = 1, width do specs[#specs + 1] = { ALIGNED[sides()] or pandoc.AlignDefault, nil } end
  return pandoc.Table({ long = {} }, specs, pandoc.TableHead(head),
    { { attr = pandoc.Attr(), body = body, head = {}, row_head_columns = 0 } }, pandoc.TableFoot())
end

local function div(all, el)
  local name = el.classes[1]
  if name == "diagramm" then return end
  if name == "tabelle" then return all:insert(tabular(el)) end
  if name == "leitsatz" then return all:insert(pandoc.BlockQuote(flatten(el.content, pandoc.List()))) end
  if name == "titel" then return all:insert(pandoc.Header(1, pandoc.utils.blocks_to_inlines(el.content))) end
  flatten(name == "nur" and only(el) or el.content, all)
end

-- Tables of a text may stand in lists and quotations.
local function inner(block)
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

-- Which anchor a heading has depends on those before it; render/markdown.py settles it.
local function shift(el)
  local mark = '<a id="' .. el.identifier .. '" name="' .. slug(pandoc.utils.stringify(el)) .. '"></a>'
  local all = pandoc.List(el.content)
  all:insert(1, pandoc.RawInline("html", mark))
  return pandoc.Header(el.level + 1, all)
end

-- pandoc escapes what would begin a list or a heading only where a paragraph begins.
local function lines(inlines)
  local all = pandoc.List()
  for index, el in ipairs(inlines) do
    local before = inlines[index - 1]
    local begins = el.t == "Str" and before and (before.t == "LineBreak" or before.t == "SoftBreak")
    local number, mark, rest = (begins and el.text or ""):match("^(%d*)([-+=:.)])(.*)$")
    if mark then
      all:extend({ pandoc.Str(number), pandoc.RawInline("markdown", "\\" .. mark), pandoc.Str(rest) })
    else
      all:insert(el)
    end
  end
  return all
end

local function link(el)
  el.attr = pandoc.Attr()
  return el
end

local function image(el)
  el.attr = pandoc.Attr()
  return el
end

return { { Span = span, Link = link, Image = image, Header = shift, Inlines = lines, Pandoc = whole } }
