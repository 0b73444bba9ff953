package org.consilium.requests.provider.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.consilium.requests.provider.catalogue.RouteExamination;

/** {@code consilium:route-check FILE} */
@Service
@Command(
        scope = "consilium",
        name = "route-check",
        description = "Checks a file with a consultation route without offering it")
public class RouteCheckCommand implements Action {
    @Argument(name = "file", description = "The file", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Override
    public Object execute() throws IOException {
        List<String> problems = RouteExamination.problems(Files.readAllBytes(Path.of(file)), file);
        if (problems.isEmpty()) {
            System.out.println(file + ": nothing is wrong");
        }
        problems.forEach(System.out::println);
        return null;
    }
}
