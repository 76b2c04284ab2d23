import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.ElementProperties;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.spi.FileImporter;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Imports files into one workspace as Gephi's dialog does, and prints the graph that is then there: a line an attribute, its fields apart by U+001F,
 * lines by U+001E: N, node, "", "", key, type, value; E, source, target, edge, key, type, value. Tables of nodes and of edges are given together,
 * nodes first. What Gephi's report warns of goes to standard error.
 *
 * Usage: java -cp gephi-toolkit-all.jar GephiRead.java FILE...
 */
public class GephiRead {
  private static final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  public static void main(String[] files) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    for (int i = 0; i < files.length; ++i) {
      Container container = read(imports, new File(files[i]));
      container.getLoader().setAutoScale(false); // Else places and sizes are stretched to fill the window.
      imports.process(container, i == 0 ? new DefaultProcessor() : new AppendProcessor(), workspace);
      for (Iterator<Issue> it = container.getReport().getIssues(1000); it.hasNext(); ) {
        Issue issue = it.next();
        if (issue.getLevel() != Issue.Level.INFO) System.err.println(files[i] + ": " + issue.getLevel() + ": " + issue.getMessage());
      }
    }
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    for (Node node : model.getGraph().getNodes()) {
      String[] place = {"N", node.getId().toString(), "", ""};
      print(place, "x", node.x());
      print(place, "y", node.y());
      print(place, "size", node.size());
      printElement(place, node, model.getNodeTable());
    }
    for (Edge edge : model.getGraph().getEdges()) {
      String[] place = {"E", edge.getSource().getId().toString(), edge.getTarget().getId().toString(), edge.getId().toString()};
      print(place, "directed", edge.isDirected());
      print(place, "type", edge.getTypeLabel());
      printElement(place, edge, model.getEdgeTable());
    }
    out.flush();
    System.exit(0);
  }

  /** In tables of text Gephi guesses types: the dialog and this say that dates are text, and that a column that came out empty so far is. */
  private static Container read(ImportController imports, File file) throws Exception {
    FileImporter importer = imports.getFileImporter(file);
    if (!(importer instanceof ImporterSpreadsheetCSV)) return imports.importFile(file, importer);
    ImporterSpreadsheetCSV table = (ImporterSpreadsheetCSV) importer;
    table.setFile(file);
    for (String column : new String[] {"first", "last"}) table.setColumnClass(column, String.class);
    return imports.importFile(file, table);
  }

  private static void printElement(String[] place, Element element, Table table) {
    ElementProperties look = (ElementProperties) element;
    print(place, "r", Math.round(look.r() * 255));
    print(place, "g", Math.round(look.g() * 255));
    print(place, "b", Math.round(look.b() * 255));
    for (Column column : table) print(place, column.getId(), element.getAttribute(column));
  }

  private static void print(String[] place, String key, Object value) {
    if (value == null) return;
    out.print(String.join("\u001f", place) + "\u001f" + key + "\u001f" + value.getClass().getSimpleName() + "\u001f" + value + "\u001e");
  }
}
